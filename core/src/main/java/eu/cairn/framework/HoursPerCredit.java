package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many hours of learning one ECTS credit stands for in a country (25 to 30 in the European
 * Higher Education Area; ECTS Users' Guide 2015).
 *
 * @param min the fewest hours a credit stands for
 * @param max the most hours a credit stands for
 * @param contactMin the fewest of them that are direct contact, where the country says so
 * @param confirmed whether the figure was read in a named source; what was not is a claim to check
 * @param source where the figure is stated, for readers; blank where it is not confirmed
 */
public record HoursPerCredit(
        BigDecimal min,
        BigDecimal max,
        Optional<BigDecimal> contactMin,
        boolean confirmed,
        String source) {

    /** A figure and the days on which it holds. */
    private record Dated(Validity validity, HoursPerCredit figure) {}

    private static final BigDecimal HUNDREDTHS_TO_MINUTES = new BigDecimal("0.6");

    private static final BigDecimal EHEA_MIN = BigDecimal.valueOf(25);
    private static final BigDecimal EHEA_MAX = BigDecimal.valueOf(30);

    private static final HoursPerCredit EHEA =
            new HoursPerCredit(
                    EHEA_MIN, EHEA_MAX, Optional.empty(), true, "ECTS Users’ Guide 2015");

    private static final Map<String, List<Dated>> BY_COUNTRY =
            Tsv.rows("ects-hours.tsv").stream()
                    .collect(
                            Collectors.groupingBy(
                                    row -> cell(row, "country"),
                                    Collectors.mapping(HoursPerCredit::read, Collectors.toList())));

    /**
     * The figure of a country in the first row of the table; where none is known, that of the EHEA.
     */
    public static HoursPerCredit of(Country country) {
        return rows(country).stream().findFirst().map(Dated::figure).orElse(EHEA);
    }

    /** The figure of a country that held on {@code day}; where none is known, that of the EHEA. */
    public static HoursPerCredit of(Country country, LocalDate day) {
        return rows(country).stream()
                .filter(row -> row.validity.holdsOn(day))
                .findFirst()
                .map(Dated::figure)
                .orElse(EHEA);
    }

    /** The figure of the EHEA, where no country is named. */
    public static HoursPerCredit ofEhea() {
        return EHEA;
    }

    private static List<Dated> rows(Country country) {
        return BY_COUNTRY.getOrDefault(country.code(), List.of());
    }

    /**
     * Whether {@code hours} lie within 25 to 30 hours a credit or within the country's own figure,
     * however many credits there are.
     */
    public boolean admits(Ects credits, LearningHours hours) {
        var minutes = BigDecimal.valueOf(hours.minutes());
        return minutes.compareTo(minutes(credits, min.min(EHEA_MIN))) >= 0
                && minutes.compareTo(minutes(credits, max.max(EHEA_MAX))) <= 0;
    }

    private static BigDecimal minutes(Ects credits, BigDecimal hours) {
        return BigDecimal.valueOf(credits.hundredths())
                .multiply(HUNDREDTHS_TO_MINUTES)
                .multiply(hours);
    }

    /**
     * The hours that {@code credits} may stand for: the country's own figure, widened to the 25 to
     * 30 hours of the EHEA where the country lies inside them.
     */
    public Band band(Ects credits) {
        boolean inEhea = min.compareTo(EHEA_MIN) >= 0 && max.compareTo(EHEA_MAX) <= 0;
        return new Band(
                times(credits, inEhea ? EHEA_MIN : min, RoundingMode.CEILING),
                times(credits, inEhea ? EHEA_MAX : max, RoundingMode.FLOOR));
    }

    /** The hours that {@code credits} stand for at the country's own figure. */
    public Band nationalBand(Ects credits) {
        return new Band(
                times(credits, min, RoundingMode.CEILING), times(credits, max, RoundingMode.FLOOR));
    }

    /** A band of hours, both ends included. */
    public record Band(LearningHours min, LearningHours max) {
        public boolean contains(LearningHours hours) {
            return hours.compareTo(min) >= 0 && hours.compareTo(max) <= 0;
        }
    }

    private static LearningHours times(Ects credits, BigDecimal hours, RoundingMode rounding) {
        Function<BigDecimal, Integer> minutes =
                exact -> exact.setScale(0, rounding).intValueExact();
        return new LearningHours(
                minutes.apply(
                        credits.toDecimal().multiply(hours).multiply(BigDecimal.valueOf(60))));
    }

    private static Dated read(Map<String, String> row) {
        return new Dated(
                Validity.parse(cell(row, "valid_from"), cell(row, "valid_to")),
                new HoursPerCredit(
                        new BigDecimal(cell(row, "hours_min")),
                        new BigDecimal(cell(row, "hours_max")),
                        Optional.of(cell(row, "contact_min"))
                                .filter(hours -> !hours.isEmpty())
                                .map(BigDecimal::new),
                        cell(row, "confidence").equals("S"),
                        cell(row, "source")));
    }
}
