package eu.cairn.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Notional learning time of an average learner: contact, guided and independent hours together.
 *
 * @param minutes the time in minutes, never negative
 */
public record LearningHours(int minutes) implements Comparable<LearningHours> {

    public static final LearningHours ZERO = new LearningHours(0);

    public LearningHours {
        if (minutes < 0) {
            throw new IllegalArgumentException("hours are never negative: " + minutes);
        }
    }

    public static LearningHours of(int hours) {
        return new LearningHours(Math.multiplyExact(hours, 60));
    }

    /** The time that a decimal number of hours such as {@code 7.5} states, if it states one. */
    public static Optional<LearningHours> parse(String text) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,5}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(of(new BigDecimal(plain)));
    }

    /** A decimal number of hours, to the minute. */
    public static LearningHours of(BigDecimal hours) {
        return new LearningHours(
                hours.multiply(BigDecimal.valueOf(60))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact());
    }

    /** Both together; more than can be counted is the most that can be. */
    public LearningHours plus(LearningHours other) {
        return new LearningHours((int) Math.min((long) minutes + other.minutes, Integer.MAX_VALUE));
    }

    /** The time of so many of these at their average, to the minute below; all of them as a sum. */
    public static LearningHours ofAverage(List<LearningHours> all, int done) {
        long minutes = all.stream().mapToLong(LearningHours::minutes).sum();
        return all.isEmpty()
                ? ZERO
                : new LearningHours((int) Math.min(minutes * done / all.size(), Integer.MAX_VALUE));
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(LearningHours other) {
        return Integer.compare(minutes, other.minutes);
    }

    /** {@code 125} or {@code 112.5}, without the unit. */
    @Override
    public String toString() {
        return minutes % 60 == 0
                ? Integer.toString(minutes / 60)
                : toDecimal().stripTrailingZeros().toPlainString();
    }
}
