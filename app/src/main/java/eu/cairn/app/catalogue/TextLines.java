package eu.cairn.app.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Text broken into lines for a drawing, which cannot break it itself. How wide a letter is depends
 * on the typeface of whoever looks at it, so widths are those of a wide one.
 */
final class TextLines {

    private TextLines() {}

    /** The text in lines of at most so many pixels; what does not fit ends with an ellipsis. */
    static List<String> of(String text, int fontSize, int widest, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            var rest = word;
            while (!rest.isEmpty()) {
                var longer = line.isEmpty() ? rest : line + " " + rest;
                if (width(longer, fontSize) <= widest) {
                    line.setLength(0);
                    line.append(longer);
                    rest = "";
                } else if (line.isEmpty()) {
                    int end = fitting(rest, fontSize, widest);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                } else {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        if (lines.size() > most) {
            var last = lines.get(most - 1) + "…";
            while (width(last, fontSize) > widest) {
                int cut = last.offsetByCodePoints(last.length() - 1, -1);
                last = last.substring(0, cut).stripTrailing() + "…";
            }
            lines.set(most - 1, last);
        }
        return List.copyOf(lines.subList(0, Math.min(most, lines.size())));
    }

    /** Where to break a word that is too long for a line: at least one character stays on it. */
    private static int fitting(String word, int fontSize, int widest) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), fontSize) > widest) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** How wide a line is, in pixels. */
    static int width(String line, int fontSize) {
        int hundredths = line.codePoints().map(TextLines::hundredths).sum();
        return (hundredths * fontSize + 99) / 100;
    }

    private static int hundredths(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (Character.isIdeographic(c) || c >= 0x1F000 || (c >= 0x3000 && c <= 0xD7FF)) {
            return 104;
        }
        if (" iljtfrI.,:;'’|!()[]-".indexOf(c) >= 0) {
            return 36;
        }
        if ("mwMW@%…—".indexOf(c) >= 0) {
            return 98;
        }
        return Character.isUpperCase(c) ? 74 : 59;
    }
}
