package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many hours of learning one ECTS credit stands for in a country (25 to 30 in the European
 * Higher Education Area; ECTS Users' Guide 2015).
 *
 * @param min the fewest hours a credit stands for
 * @param max the most hours a credit stands for
 * @param source where the figure is stated
 */
public record HoursPerCredit(BigDecimal min, BigDecimal max, String source) {

    private static final BigDecimal EHEA_MIN = BigDecimal.valueOf(25);
    private static final BigDecimal EHEA_MAX = BigDecimal.valueOf(30);

    private static final HoursPerCredit EHEA =
            new HoursPerCredit(EHEA_MIN, EHEA_MAX, "ECTS Users' Guide 2015");

    private static final Map<String, HoursPerCredit> BY_COUNTRY =
            Tsv.rows("ects-hours.tsv").stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> cell(row, "country"),
                                    HoursPerCredit::read,
                                    (first, second) -> first));

    /** The figure of a country; where none is known, that of the EHEA. */
    public static HoursPerCredit of(Country country) {
        return BY_COUNTRY.getOrDefault(country.code(), EHEA);
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

    private static HoursPerCredit read(Map<String, String> row) {
        return new HoursPerCredit(
                new BigDecimal(cell(row, "hours_min")),
                new BigDecimal(cell(row, "hours_max")),
                cell(row, "source"));
    }
}
