package eu.cairn.app.credential;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What people read aloud or type to find a credential: ten random characters and a check character,
 * such as {@code 7K4P-9QXD-2M6}. Letters that look like digits are not used; typed ones are read as
 * the digits they look like.
 *
 * <p>The check character is the weighted sum of the others modulo 31, so that one wrong character,
 * or two neighbours exchanged, is noticed.
 */
public final class ShortCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXY";
    private static final int LENGTH = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCode() {}

    /** A new code; 31 to the power of 9 are possible. */
    public static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        code.append(check(code));
        return grouped(code.toString());
    }

    /** The code in its written form, if the typed text is one. */
    public static Optional<String> read(String typed) {
        var plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (plain.length() != LENGTH + 1
                || !plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return check(plain.substring(0, LENGTH)) == plain.charAt(LENGTH)
                ? Optional.of(grouped(plain))
                : Optional.empty();
    }

    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += (i + 2) * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static String grouped(String plain) {
        return plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8);
    }
}
