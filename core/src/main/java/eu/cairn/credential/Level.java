package eu.cairn.credential;

import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The level of the learning outcomes: European, national and by cycle, as far as each is stated.
 *
 * @param eqf level of the European Qualifications Framework
 * @param cycle cycle of the Qualifications Framework of the EHEA
 * @param national level of a national framework
 * @param referencedOn the day on which these levels were found to correspond to each other
 */
public record Level(
        Optional<EqfLevel> eqf,
        Optional<Cycle> cycle,
        Optional<NationalLevelClaim> national,
        Optional<LocalDate> referencedOn) {

    public Level {
        if (eqf.isEmpty() && cycle.isEmpty() && national.isEmpty()) {
            throw new IllegalArgumentException("a level names at least one framework");
        }
    }

    public Level(
            Optional<EqfLevel> eqf, Optional<Cycle> cycle, Optional<NationalLevelClaim> national) {
        this(eqf, cycle, national, Optional.empty());
    }

    /** The same levels, found to correspond on {@code day}. */
    public Level referencedOn(LocalDate day) {
        return new Level(eqf, cycle, national, Optional.of(day));
    }

    /**
     * A level as a national framework names it.
     *
     * @param framework the name of the framework
     * @param level its own label for the level, such as {@code 9}
     */
    public record NationalLevelClaim(String framework, String level) {}
}
