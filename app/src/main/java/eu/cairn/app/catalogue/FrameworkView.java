package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.OfferStore.Reached;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.framework.Admission;
import eu.cairn.framework.Admissions;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.CycleCredits;
import eu.cairn.framework.EqfDescriptor;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Qualifications frameworks as they stand on a day, with what is awarded here at their levels. */
public final class FrameworkView {

    private FrameworkView() {}

    /**
     * The frameworks that span countries, and every country that has one.
     *
     * @param asOf the day as of which the tables are read
     */
    public record Overview(
            LocalDate asOf,
            List<EqfDescriptor> levels,
            List<CycleCredits> cycles,
            List<OfCountry> countries) {}

    /** A country, or a system within one, in the list. */
    public record OfCountry(
            Country country,
            String name,
            List<String> frameworks,
            LevelClaim claim,
            Optional<Admission> admission) {}

    /** The frameworks of a country, level by level, those of former days included. */
    public record National(
            LocalDate asOf,
            OfCountry country,
            HoursPerCredit hours,
            List<LevelHere> levels,
            List<RegisteredType> types,
            Optional<Country> within) {}

    /** A national level and what is awarded at it here. */
    public record LevelHere(NationalLevel level, boolean inForce, List<Reached> courses) {}

    /** A level of the EQF: what it means, who has it, and what is awarded at it here. */
    public record European(
            LocalDate asOf,
            EqfDescriptor descriptor,
            List<CycleCredits> cycles,
            List<NationalLevel> national,
            List<Reached> courses) {}

    static Overview overview(LocalDate day) {
        return new Overview(
                day,
                EqfDescriptor.all(),
                CycleCredits.all(),
                NationalFrameworks.published().countries().stream()
                        .map(country -> country(country, day))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList());
    }

    /** A country or system that has a framework. */
    static Country country(String code) {
        return NationalFrameworks.published().countries().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    static National national(
            Country country, List<Reached> reached, List<RegisteredType> types, LocalDate day) {
        var frameworks = NationalFrameworks.published();
        return new National(
                day,
                country(country, day),
                HoursPerCredit.of(country),
                frameworks.levels(country).stream()
                        .map(
                                level ->
                                        new LevelHere(
                                                level,
                                                level.validity().holdsOn(day),
                                                at(level, reached)))
                        .toList(),
                types,
                Optional.of(new Country(country.alpha2())).filter(whole -> !whole.equals(country)));
    }

    static European european(int number, List<Reached> reached, LocalDate day) {
        if (number < 1 || number > 8) {
            throw new NotThere();
        }
        var level = new EqfLevel(number);
        return new European(
                day,
                EqfDescriptor.of(level),
                CycleCredits.all().stream().filter(cycle -> cycle.eqf().equals(level)).toList(),
                NationalFrameworks.published().referencedTo(level, day),
                reached.stream()
                        .filter(
                                one ->
                                        one.offer()
                                                .design()
                                                .level()
                                                .eqf()
                                                .equals(Optional.of(level)))
                        .toList());
    }

    private static OfCountry country(Country country, LocalDate day) {
        return new OfCountry(
                country,
                Countries.system(country),
                NationalFrameworks.published().levels(country, day).stream()
                        .map(NationalLevel::framework)
                        .distinct()
                        .toList(),
                Admissions.published().claim(country, day),
                Admissions.published().of(country, day));
    }

    private static List<Reached> at(NationalLevel level, List<Reached> reached) {
        return reached.stream()
                .filter(one -> one.offer().version().country().equals(level.country()))
                .filter(one -> claims(one.offer().design(), level))
                .toList();
    }

    private static boolean claims(CourseDesign design, NationalLevel level) {
        return design.level()
                .national()
                .filter(claim -> claim.framework().equals(level.framework()))
                .filter(claim -> claim.level().equals(level.level()))
                .isPresent();
    }
}
