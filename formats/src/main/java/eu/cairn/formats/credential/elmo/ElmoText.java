package eu.cairn.formats.credential.elmo;

import java.util.regex.Pattern;

/**
 * Text as XML 1.0 can carry it: a character that XML forbids or would change is written {@code
 * _xHHHH_} with its code in hexadecimal (the escape of ISO/IEC 29500-1, ST_Xstring).
 */
final class ElmoText {

    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4})");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-F]{4})_");

    private ElmoText() {}

    /** {@code text} for the content of an element. */
    static String content(String text) {
        return escape(text, false);
    }

    /**
     * {@code text} for an attribute, where XML takes every line break and tabulator for a space.
     */
    static String attribute(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean inAttribute) {
        var escaped = new StringBuilder(text.length());
        LIKE_AN_ESCAPE
                .matcher(text)
                .replaceAll("_x005F_")
                .codePoints()
                .forEach(
                        c -> {
                            if (isKept(c, inAttribute)) {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append("_x%04X_".formatted(c));
                            }
                        });
        return escaped.toString();
    }

    /** XML 1.0, production 2, without what its line ends and attribute values change. */
    private static boolean isKept(int c, boolean inAttribute) {
        if (c == '\t' || c == '\n') {
            return !inAttribute;
        }
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }

    /** The text that was escaped. */
    static String unescape(String text) {
        var plain = new StringBuilder(text.length());
        var escape = ESCAPE.matcher(text);
        int from = 0;
        while (escape.find()) {
            plain.append(text, from, escape.start());
            plain.append((char) Integer.parseInt(escape.group(1), 16));
            from = escape.end();
        }
        return plain.append(text, from, text.length()).toString();
    }

    /** {@code text} as a token of XML Schema: single spaces inside, none around. */
    static String collapse(String text) {
        return text.replaceAll("[ \\t\\n\\r]+", " ").strip();
    }
}
