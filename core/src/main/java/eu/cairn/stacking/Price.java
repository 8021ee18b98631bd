package eu.cairn.stacking;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What a course costs.
 *
 * @param minor in the smallest unit of the currency, such as cents, and never negative
 * @param currency its code of three letters (ISO 4217)
 */
public record Price(long minor, String currency) {

    /** The highest price of one course: sums of prices stay exact. */
    public static final long HIGHEST = 100_000_000_00L;

    public Price {
        if (minor < 0 || minor > HIGHEST || unit(currency).isEmpty()) {
            throw new IllegalArgumentException("not a price: " + minor + " " + currency);
        }
    }

    /** The price that a decimal amount states; none where the currency has no such price. */
    public static Optional<Price> of(BigDecimal amount, String currency) {
        return unit(currency)
                .map(digits -> amount.movePointRight(digits).stripTrailingZeros())
                .filter(minor -> minor.scale() <= 0 && minor.signum() >= 0)
                .filter(minor -> minor.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0)
                .map(minor -> new Price(minor.longValueExact(), currency));
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, unit(currency).orElse(0));
    }

    public boolean isFree() {
        return minor == 0;
    }

    /** How many decimals amounts of a currency have; none where there is no such currency. */
    private static Optional<Integer> unit(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(currency))
                .map(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst();
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
