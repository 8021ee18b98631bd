package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A course version on offer as it is put into the catalogue.
 *
 * @param field ISCED-F code
 * @param skills identifiers of skills, each once
 * @param skillLabels their names, in the same order
 * @param textLanguages tags of the languages that its texts are in
 * @param titleWords what stands for the words of its title
 * @param words what stands for the words of all its texts
 */
record CatalogueEntry(
        UUID course,
        int number,
        Optional<EqfLevel> level,
        Ects credits,
        String field,
        String language,
        String mode,
        String country,
        List<String> skills,
        List<String> skillLabels,
        List<String> qualifications,
        List<String> textLanguages,
        List<CatalogueFacts.Run> runs,
        Set<String> titleWords,
        Set<String> words) {

    CatalogueEntry {
        skills = List.copyOf(skills);
        skillLabels = List.copyOf(skillLabels);
        qualifications = List.copyOf(qualifications);
        textLanguages = List.copyOf(textLanguages);
        runs = List.copyOf(runs);
        titleWords = Set.copyOf(titleWords);
        words = Set.copyOf(words);
    }
}
