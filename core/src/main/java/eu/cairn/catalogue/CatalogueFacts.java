package eu.cairn.catalogue;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a course on offer is found by, its words aside.
 *
 * @param id the number of its entry in the catalogue
 * @param field ISCED-F code
 * @param language tag of the language of instruction
 * @param mode code of the form of participation
 * @param country code of the country of the institution
 * @param skills identifiers of the skills that its outcomes lead to
 * @param qualifications identifiers of the rulebooks that take its credential
 * @param published when it was published
 * @param runs those that take place
 */
public record CatalogueFacts(
        int id,
        Optional<EqfLevel> level,
        Ects credits,
        String field,
        String language,
        String mode,
        String country,
        List<String> skills,
        List<String> qualifications,
        Instant published,
        List<Run> runs) {

    public CatalogueFacts {
        skills = List.copyOf(skills);
        qualifications = List.copyOf(qualifications);
        runs = List.copyOf(runs);
    }

    /**
     * A run that takes place.
     *
     * @param joinableUntil the last day on which somebody can still join
     */
    public record Run(
            LocalDate from, LocalDate joinableUntil, int minutesAWeek, Optional<Price> price) {}

    /** The runs that can still be joined on {@code day}. */
    List<Run> openOn(LocalDate day) {
        return runs.stream().filter(run -> !run.joinableUntil().isBefore(day)).toList();
    }

    /** The broad field, by its two digits. */
    String broadField() {
        return field.substring(0, 2);
    }
}
