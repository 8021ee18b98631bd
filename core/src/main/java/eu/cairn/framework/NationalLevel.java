package eu.cairn.framework;

import java.util.Optional;

/**
 * A level of a national qualifications framework and the European level and cycle it was referenced
 * to, for as long as that referencing holds.
 *
 * @param country the system that the framework belongs to
 * @param framework its name
 * @param level its own label for the level
 * @param eqf the European level; empty where there is no link
 * @param cycle the cycle of the QF-EHEA; empty where none is certified
 * @param validity the days on which the referencing holds
 * @param confirmed whether the link was read in a named source; what was not is a claim to check
 * @param source where the link is stated, for readers; blank where it is not confirmed
 */
public record NationalLevel(
        Country country,
        String framework,
        String level,
        Optional<EqfLevel> eqf,
        Optional<Cycle> cycle,
        Validity validity,
        boolean confirmed,
        String source) {

    /** The framework and the label, which is never ambiguous within a country. */
    public String name() {
        return framework + " " + level;
    }
}
