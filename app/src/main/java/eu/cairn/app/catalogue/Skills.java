package eu.cairn.app.catalogue;

import eu.cairn.framework.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The skills that outcomes can be linked with: those that were imported, or else a sample. */
@Component
public class Skills {

    private static final int MOST_FOUND = 12;
    private static final int LONGEST_QUERY = 100;
    private static final List<Skill> SAMPLE = EscoFile.sample();

    private final SkillStore store;

    Skills(SkillStore store) {
        this.store = store;
    }

    /**
     * What was found.
     *
     * @param language in which the skills are named
     * @param sample whether only the sample was looked through
     * @param all how many skills were looked through
     */
    public record Found(List<Skill> skills, Language language, boolean sample, int all) {}

    /** Skills that have every word in one of their names, in {@code language} if it is there. */
    public Found find(String query, Language language) {
        var words =
                Arrays.stream(plain(query.length() > LONGEST_QUERY ? "" : query).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
        for (var one : List.of(language, Language.ENGLISH)) {
            int all = store.count(one);
            if (all > 0) {
                return new Found(
                        words.isEmpty() ? List.of() : store.find(words, one, MOST_FOUND),
                        one,
                        false,
                        all);
            }
        }
        return new Found(
                SAMPLE.stream()
                        .filter(skill -> !words.isEmpty())
                        .filter(skill -> words.stream().allMatch(words(skill)::contains))
                        .limit(MOST_FOUND)
                        .toList(),
                Language.ENGLISH,
                true,
                SAMPLE.size());
    }

    /** Puts these skills in the place of those of the language. */
    @Transactional
    public int replace(Language language, List<Skill> skills) {
        store.clear(language);
        skills.forEach(skill -> store.add(language, skill, words(skill)));
        return skills.size();
    }

    /** Every name of a skill, without accents and capitals. */
    private static String words(Skill skill) {
        return plain(skill.label() + " " + skill.otherLabels());
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
