package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The national qualifications frameworks of the European Higher Education Area with the European
 * level and cycle of each national level, as dated reference data.
 *
 * <p>A level is always looked up as of a day: a framework that changes later does not change what
 * an earlier credential said.
 */
public final class NationalFrameworks {

    private static final NationalFrameworks PUBLISHED =
            new NationalFrameworks(
                    Tsv.rows("nqf-levels.tsv").stream().flatMap(NationalFrameworks::read).toList());

    private final List<NationalLevel> levels;

    public NationalFrameworks(List<NationalLevel> levels) {
        this.levels = List.copyOf(levels);
    }

    /** The reference table that this version of Cairn carries. */
    public static NationalFrameworks published() {
        return PUBLISHED;
    }

    /** The levels of a country that hold on {@code day}, in the order of the table. */
    public List<NationalLevel> levels(Country country, LocalDate day) {
        return levels.stream()
                .filter(level -> level.country().equals(country) && level.validity().holdsOn(day))
                .toList();
    }

    /** The countries and systems within countries that have a framework here, by code. */
    public List<Country> countries() {
        return levels.stream().map(NationalLevel::country).distinct().sorted().toList();
    }

    /** Every level of a country that was ever in force, in the order of the table. */
    public List<NationalLevel> levels(Country country) {
        return levels.stream().filter(level -> level.country().equals(country)).toList();
    }

    /** The levels of all countries that are referenced to a European level on {@code day}. */
    public List<NationalLevel> referencedTo(EqfLevel eqf, LocalDate day) {
        return levels.stream()
                .filter(l -> l.eqf().equals(Optional.of(eqf)) && l.validity().holdsOn(day))
                .sorted(Comparator.comparing(NationalLevel::country))
                .toList();
    }

    /**
     * The levels that a country's frameworks call {@code label} on {@code day}. A country may have
     * several frameworks that use the same labels for different levels; {@link NationalLevel#name}
     * tells them apart and is understood too.
     */
    public List<NationalLevel> levels(Country country, String label, LocalDate day) {
        return levels(country, day).stream()
                .filter(level -> level.level().equals(label) || level.name().equals(label))
                .toList();
    }

    /** The first of these levels. */
    public Optional<NationalLevel> level(Country country, String label, LocalDate day) {
        return levels(country, label, day).stream().findFirst();
    }

    /** The level that the framework called {@code framework} names {@code label} on {@code day}. */
    public Optional<NationalLevel> level(String framework, String label, LocalDate day) {
        return levels.stream()
                .filter(level -> level.framework().equalsIgnoreCase(framework))
                .filter(level -> level.level().equals(label) && level.validity().holdsOn(day))
                .findFirst();
    }

    /**
     * The levels of a state and the systems in it that are linked to {@code eqf} on {@code day}.
     */
    public List<NationalLevel> levels(Country state, EqfLevel eqf, LocalDate day) {
        return levels.stream()
                .filter(level -> level.country().alpha2().equals(state.alpha2()))
                .filter(level -> level.eqf().equals(Optional.of(eqf)))
                .filter(level -> level.validity().holdsOn(day))
                .toList();
    }

    /** One row is one level, for each of the systems that share the framework. */
    private static Stream<NationalLevel> read(Map<String, String> row) {
        return Arrays.stream(cell(row, "country").split(","))
                .map(country -> level(new Country(country), row));
    }

    private static NationalLevel level(Country country, Map<String, String> row) {
        var eqf = cell(row, "eqf_level");
        return new NationalLevel(
                country,
                cell(row, "nqf"),
                cell(row, "nqf_level"),
                eqf.isBlank() ? Optional.empty() : Optional.of(new EqfLevel(Integer.parseInt(eqf))),
                Cycle.ofCode(cell(row, "qf_ehea_cycle")),
                Validity.parse(cell(row, "valid_from"), cell(row, "valid_to")),
                cell(row, "confidence").equals("S"),
                cell(row, "source"));
    }
}
