package eu.cairn.formats.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers that canonical forms round, so that another number would have the same signature: they
 * write every number as a 64-bit floating-point number, JSON-LD with 16 digits and JCS with as many
 * as tell it from every other (RFC 8785, section 3.2.2.3; JSON-LD 1.1 API, section 8.6; RFC 7493,
 * section 2.2).
 */
final class RoundedNumber {

    /** Every number of so many digits is written back by JSON-LD as it was read. */
    private static final int DIGITS = 15;

    private static final int MAX_EXPONENT = 300;
    private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf((1L << 53) - 1);

    private RoundedNumber() {}

    /**
     * The first number anywhere in {@code value} that the canonical form of {@code suite} rounds.
     */
    static Optional<String> in(JsonValue value, Cryptosuite suite) {
        return all(value)
                .filter(
                        number ->
                                suite.ofLinkedData()
                                        ? isRounded(number.bigDecimalValue())
                                        : isAnotherDouble(number.bigDecimalValue()))
                .map(JsonNumber::toString)
                .findFirst();
    }

    private static Stream<JsonNumber> all(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.values().stream().flatMap(RoundedNumber::all);
            case JsonArray array -> array.stream().flatMap(RoundedNumber::all);
            case JsonNumber number -> Stream.of(number);
            default -> Stream.empty();
        };
    }

    private static boolean isAnotherDouble(BigDecimal number) {
        var written = number.doubleValue();
        return !Double.isFinite(written)
                || new BigDecimal(Double.toString(written)).compareTo(number) != 0;
    }

    private static boolean isRounded(BigDecimal number) {
        var digits = number.stripTrailingZeros();
        if (digits.signum() == 0) {
            return false;
        }
        if (digits.scale() <= 0 && digits.abs().compareTo(MAX_INTEGER) <= 0) {
            return false;
        }
        var exponent = digits.precision() - digits.scale();
        return digits.precision() > DIGITS || Math.abs(exponent) > MAX_EXPONENT;
    }
}
