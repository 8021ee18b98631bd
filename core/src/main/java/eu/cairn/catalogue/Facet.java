package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * By what courses on offer are narrowed down. Values chosen of one facet are alternatives, and
 * every facet of which any is chosen has to be met; start, hours a week and price by one and the
 * same run.
 */
public enum Facet implements Coded {
    /** EQF level, {@code 1} to {@code 8}. */
    LEVEL,
    /** ECTS credits, by the least of a band. */
    CREDITS,
    /** Broad field of ISCED-F 2013, two digits. */
    FIELD,
    /** Language of instruction, a tag. */
    LANGUAGE,
    /** Form of participation. */
    MODE,
    /** Country of the institution. */
    COUNTRY,
    /** Month of the first day of a run that can be joined, {@code 2027-03}, or {@code none}. */
    START,
    /** Hours a week of a run that can be joined, by the least of a band. */
    HOURS,
    /** Identifier of a skill that an outcome leads to. */
    SKILL,
    /** {@code free}, {@code EUR-100} for up to 100 EUR, or {@code unstated}. */
    PRICE,
    /** Identifier of a rulebook with a requirement that takes the credential. */
    QUALIFICATION;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> ofCode(String code) {
        return Arrays.stream(values()).filter(facet -> facet.code().equals(code)).findFirst();
    }

    /** Whether it is about a run, and not about the course. */
    boolean isOfRun() {
        return this == START || this == HOURS || this == PRICE;
    }
}
