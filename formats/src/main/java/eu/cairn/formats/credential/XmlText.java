package eu.cairn.formats.credential;

/** Text without the characters that XML cannot hold (XML 1.0, section 2.2). */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** {@code text} with U+FFFD in the place of each such character. */
    public static String of(String text) {
        return text.codePoints()
                .map(c -> isCharacter(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
