package eu.cairn.catalogue;

import java.math.BigDecimal;

/**
 * What a learner pays for one run of a course.
 *
 * @param hundredths of the currency's unit; 0 where it costs nothing
 * @param currency ISO 4217 code
 */
public record Price(long hundredths, String currency) {

    /** More than any short course costs, in any currency. */
    public static final long LARGEST = 1_000_000_000_00L;

    public Price {
        if (hundredths < 0 || hundredths > LARGEST) {
            throw new IllegalArgumentException("not a price: " + hundredths);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("not a currency: " + currency);
        }
    }

    public boolean isFree() {
        return hundredths == 0;
    }

    /** The amount in the currency's unit. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    /** The amount with its currency, without hundredths where there are none; 0 is free. */
    @Override
    public String toString() {
        return isFree()
                ? "free"
                : (hundredths % 100 == 0
                                ? Long.toString(hundredths / 100)
                                : amount().toPlainString())
                        + " "
                        + currency;
    }
}
