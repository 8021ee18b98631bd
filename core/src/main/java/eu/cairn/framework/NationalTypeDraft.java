package eu.cairn.framework;

import java.util.List;

/**
 * A national type as it was typed: every field is text and may be empty or wrong.
 *
 * @param language BCP 47 tag of the language of the name
 * @param country code of the state or system whose law it is
 * @param creditsLeast a decimal; empty where the law states no limit
 * @param creditsMost a decimal; empty where the law states no limit
 * @param levels levels of the EQF, each 1 to 8
 * @param nationalLevels labels of national levels; none where any will do
 * @param law the act, with its number and date
 * @param lawAddress where it is published, an https address
 * @param from the first day in force, ISO date
 * @param until the last day in force, ISO date; empty where none is known
 */
public record NationalTypeDraft(
        String code,
        String name,
        String language,
        String country,
        String creditsLeast,
        String creditsMost,
        List<String> levels,
        List<String> nationalLevels,
        String law,
        String lawAddress,
        String from,
        String until) {

    public NationalTypeDraft {
        levels = List.copyOf(levels);
        nationalLevels = List.copyOf(nationalLevels);
    }

    /** Nothing was typed yet but what follows from who registers. */
    public static NationalTypeDraft in(Country country, String language) {
        return new NationalTypeDraft(
                "", "", language, country.code(), "", "", List.of(), List.of(), "", "", "", "");
    }
}
