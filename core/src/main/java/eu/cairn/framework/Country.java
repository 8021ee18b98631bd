package eu.cairn.framework;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A country by its ISO 3166-1 alpha-2 code in capitals, such as {@code IT}.
 *
 * <p>Systems below a country (Scotland, Flanders) are written {@code GB-SCT}, {@code BE-VLG}.
 */
public record Country(String code) implements Comparable<Country> {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z]{2,3})?");

    /** The country that a text is the code of, if it is one. */
    public static Optional<Country> parse(String text) {
        return CODE.matcher(text).matches() ? Optional.of(new Country(text)) : Optional.empty();
    }

    public Country {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a country code: " + code);
        }
    }

    /** The two letters of the state that this country or system belongs to. */
    public String alpha2() {
        return code.substring(0, 2);
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
