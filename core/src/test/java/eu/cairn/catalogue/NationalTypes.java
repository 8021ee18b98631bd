package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** National types for tests: one that the complete draft is of, and ways to move its limits. */
public final class NationalTypes {

    private NationalTypes() {}

    /** 1 to 30 credits at EQF 6 to 8, in force since long ago. */
    public static NationalType italian() {
        return new NationalType(
                Drafts.ITALY,
                "MC-1",
                MultilingualText.of(new Language("it"), "Microcredenziale"),
                "Autorità",
                Ects.parse("1"),
                Ects.parse("30"),
                List.of(new EqfLevel(8), new EqfLevel(6), new EqfLevel(7)),
                List.of(),
                new NationalType.Law("Decreto 1/2026", "https://law.example/1"),
                new Validity(Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty()));
    }

    /** The same with other limits, of which those of size may be empty. */
    public static NationalType within(NationalType type, String least, String most, int level) {
        return made(
                type,
                type.country(),
                Ects.parse(least),
                Ects.parse(most),
                List.of(new EqfLevel(level)),
                type.nationalLevels(),
                type.validity());
    }

    static NationalType atNational(NationalType type, List<String> levels) {
        return made(
                type,
                type.country(),
                type.creditsLeast(),
                type.creditsMost(),
                type.levels(),
                levels,
                type.validity());
    }

    static NationalType on(NationalType type, Optional<LocalDate> first, Optional<LocalDate> last) {
        return made(
                type,
                type.country(),
                type.creditsLeast(),
                type.creditsMost(),
                type.levels(),
                type.nationalLevels(),
                new Validity(first, last));
    }

    static NationalType of(Country country, NationalType type) {
        return made(
                type,
                country,
                type.creditsLeast(),
                type.creditsMost(),
                type.levels(),
                type.nationalLevels(),
                type.validity());
    }

    private static NationalType made(
            NationalType type,
            Country country,
            Optional<Ects> least,
            Optional<Ects> most,
            List<EqfLevel> levels,
            List<String> nationalLevels,
            Validity validity) {
        return new NationalType(
                country,
                type.code(),
                type.name(),
                type.authority(),
                least,
                most,
                levels,
                nationalLevels,
                type.law(),
                validity);
    }
}
