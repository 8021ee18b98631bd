package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stated method of estimating learning time from an amount: pages read, words written, minutes
 * watched.
 *
 * @param code stable name, made of the activity and its conditions
 * @param activity what is done, such as {@code reading}
 * @param condition under which conditions, in words
 * @param unit what the amount counts
 * @param value as the source states it, in the unit of the source
 * @param low the rate at which it takes the least time, in the same unit
 * @param high the rate at which it takes the most time, in the same unit
 * @param confirmed whether the value was read in a named source
 * @param source where the rate is stated
 * @param rangeSource where the low and high rates are from
 */
public record WorkloadRate(
        String code,
        String activity,
        String condition,
        Unit unit,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        boolean confirmed,
        String source,
        String rangeSource) {

    /** What an amount counts. */
    public enum Unit implements Coded {
        PAGES("pages"),
        WORDS("words"),
        MINUTES("minutes"),
        HOURS("hours"),
        ITEMS("items"),
        POSTS("posts"),
        EXAMS("exams");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private static final List<WorkloadRate> ALL =
            Tsv.rows("workload-rates.tsv").stream()
                    .filter(row -> !cell(row, "value").isBlank())
                    .map(WorkloadRate::read)
                    .toList();

    /** Every method, in the order of the table. */
    public static List<WorkloadRate> all() {
        return ALL;
    }

    public static Optional<WorkloadRate> ofCode(String code) {
        return ALL.stream().filter(rate -> rate.code.equals(code)).findFirst();
    }

    /** The time that {@code amount} takes, to the minute. */
    public LearningHours estimate(BigDecimal amount) {
        return LearningHours.of(hours(amount, value));
    }

    /** Hours that {@code amount} takes at another rate of the same unit. */
    public BigDecimal hours(BigDecimal amount, BigDecimal rate) {
        return switch (unit) {
            case PAGES -> amount.divide(rate, MathContext.DECIMAL64);
            case WORDS -> amount.divide(wordsPerPage(), MathContext.DECIMAL64).multiply(rate);
            case MINUTES -> amount.multiply(rate).divide(SIXTY, MathContext.DECIMAL64);
            case ITEMS ->
                    activity.equals("quiz")
                            ? amount.multiply(rate).divide(SIXTY, MathContext.DECIMAL64)
                            : amount.multiply(rate);
            case HOURS, POSTS, EXAMS -> amount.multiply(rate);
        };
    }

    /** Whether a higher rate takes less time: one that says how much is done in an hour. */
    public boolean isSpeed() {
        return unit == Unit.PAGES;
    }

    private BigDecimal wordsPerPage() {
        return new BigDecimal(code.substring(code.lastIndexOf('-') + 1));
    }

    /**
     * {@code reading} under {@code purpose=engage;new_concepts=some} is {@code
     * reading-engage-some}.
     */
    private static WorkloadRate read(Map<String, String> row) {
        var activity = cell(row, "activity");
        var condition = cell(row, "condition");
        boolean keyed = condition.contains("=");
        var values =
                Arrays.stream(condition.split(";"))
                        .map(part -> part.substring(part.indexOf('=') + 1))
                        .collect(Collectors.joining("-"));
        var code =
                keyed
                        ? activity + "-" + values
                        : condition.contains("no notes") ? activity + "-no-notes" : activity;
        return new WorkloadRate(
                code,
                activity,
                condition,
                unit(activity),
                new BigDecimal(cell(row, "value")),
                new BigDecimal(cell(row, "low")),
                new BigDecimal(cell(row, "high")),
                !cell(row, "provenance").contains("unverified"),
                cell(row, "source"),
                cell(row, "range_source"));
    }

    private static Unit unit(String activity) {
        return switch (activity) {
            case "reading" -> Unit.PAGES;
            case "writing" -> Unit.WORDS;
            case "video" -> Unit.MINUTES;
            case "quiz", "peer-review" -> Unit.ITEMS;
            case "discussion" -> Unit.POSTS;
            case "exam-prep" -> Unit.EXAMS;
            case "contact", "contact-followup", "lab" -> Unit.HOURS;
            default -> throw new IllegalStateException("unknown activity: " + activity);
        };
    }
}
