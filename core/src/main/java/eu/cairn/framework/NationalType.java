package eu.cairn.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A type of micro-credential that a national authority has registered: which sizes and levels the
 * law of its country gives it, and on which days.
 *
 * @param country the state, or the system within one, whose law it is
 * @param code its short name, of which a country has one; never used again
 * @param name its name in law
 * @param authority the name of who registered it
 * @param creditsLeast the least credits it may have; empty where the law states none
 * @param creditsMost the most credits it may have; empty where the law states none
 * @param levels the European levels it may have, in ascending order; never none
 * @param nationalLevels the national levels it may have, as {@link NationalLevel#name} writes them;
 *     none where any that is referenced to one of the European levels will do
 * @param law the legal source
 * @param validity the days on which it is in force
 */
public record NationalType(
        Country country,
        String code,
        MultilingualText name,
        String authority,
        Optional<Ects> creditsLeast,
        Optional<Ects> creditsMost,
        List<EqfLevel> levels,
        List<String> nationalLevels,
        Law law,
        Validity validity) {

    public NationalType {
        levels = levels.stream().distinct().sorted().toList();
        nationalLevels = List.copyOf(nationalLevels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a national type has a level");
        }
        if (creditsLeast.isPresent()
                && creditsMost.filter(most -> most.compareTo(creditsLeast.get()) < 0).isPresent()) {
            throw new IllegalArgumentException("the most credits are less than the least");
        }
    }

    /**
     * A legal source.
     *
     * @param name the act, with its number and date
     * @param address where it is published, an https address
     */
    public record Law(String name, String address) {}

    /** Whether a body in {@code place} acts under this law: that of its system, or of its state. */
    public boolean binds(Country place) {
        return country.equals(place) || country.code().equals(place.alpha2());
    }

    /** The same, no longer in force from {@code day} on. */
    public NationalType endedFrom(LocalDate day) {
        return new NationalType(
                country,
                code,
                name,
                authority,
                creditsLeast,
                creditsMost,
                levels,
                nationalLevels,
                law,
                new Validity(validity.from(), Optional.of(day.minusDays(1))));
    }
}
