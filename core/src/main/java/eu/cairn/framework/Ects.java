package eu.cairn.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of credits of the European Credit Transfer and Accumulation System, exact to a
 * hundredth and never negative (ECTS Users' Guide 2015).
 *
 * @param hundredths the amount in hundredths of a credit, so that sums are exact
 */
public record Ects(int hundredths) implements Comparable<Ects> {

    public static final Ects ZERO = new Ects(0);

    public Ects {
        if (hundredths < 0) {
            throw new IllegalArgumentException("credits are never negative: " + hundredths);
        }
    }

    /** Whole credits. */
    public static Ects of(int credits) {
        return new Ects(Math.multiplyExact(credits, 100));
    }

    /**
     * The amount that a decimal text such as {@code 7.5} or {@code 7,5} states, if it states one.
     */
    public static Optional<Ects> parse(String text) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,6}(\\.\\d{1,2}0*)?")) {
            return Optional.empty();
        }
        return Optional.of(of(new BigDecimal(plain)));
    }

    /** The amount as an exact decimal; more than two decimals are refused. */
    public static Ects of(BigDecimal credits) {
        return new Ects(
                credits.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).intValueExact());
    }

    public Ects plus(Ects other) {
        return new Ects(Math.addExact(hundredths, other.hundredths));
    }

    /** What is left after taking {@code other} away, never less than nothing. */
    public Ects minusAtMost(Ects other) {
        return new Ects(Math.max(0, hundredths - other.hundredths));
    }

    public boolean isZero() {
        return hundredths == 0;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Ects other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    /**
     * At least one decimal, a second one only where it says something: {@code 5.0}, {@code 7.25}.
     */
    @Override
    public String toString() {
        return hundredths % 10 == 0
                ? hundredths / 100 + "." + hundredths % 100 / 10
                : toDecimal().toPlainString();
    }
}
