package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which countries admit micro-credentials, and how a level may therefore be stated. */
public final class Admissions {

    private static final Admissions PUBLISHED =
            new Admissions(
                    Tsv.rows("nqf-microcredentials.tsv").stream().map(Admissions::read).toList());

    private final List<Admission> all;

    public Admissions(List<Admission> all) {
        this.all = List.copyOf(all);
    }

    /** The reference table that this version of Cairn carries. */
    public static Admissions published() {
        return PUBLISHED;
    }

    /** What is known of a country, or a system within one, on {@code day}. */
    public Optional<Admission> of(Country country, LocalDate day) {
        return all.stream()
                .filter(one -> one.country().equals(country) && one.validity().holdsOn(day))
                .findFirst();
    }

    /**
     * How a level of a country's framework may be stated on {@code day}: what was not read in a
     * named source gives ground for no more than the provider's own claim.
     */
    public LevelClaim claim(Country country, LocalDate day) {
        return of(country, day)
                .filter(Admission::confirmed)
                .map(Admission::claim)
                .orElse(LevelClaim.PROVIDERS_OWN);
    }

    private static Admission read(Map<String, String> row) {
        return new Admission(
                new Country(cell(row, "country")),
                status(cell(row, "status")),
                LevelClaim.ofCode(cell(row, "level_claim")).orElseThrow(),
                cell(row, "instrument"),
                Ects.parse(cell(row, "credit_min")),
                Ects.parse(cell(row, "credit_max")),
                cell(row, "nqf_link"),
                Validity.parse(cell(row, "valid_from"), cell(row, "valid_to")),
                cell(row, "confidence").equals("S"),
                cell(row, "source"));
    }

    private static Admission.Status status(String code) {
        return Arrays.stream(Admission.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown status: " + code));
    }
}
