package eu.cairn.formats.credential.badge;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the streams of a PDF unpack to, found out before anything that unpacks them whole is let
 * near it.
 */
final class PackedStreams {

    /** What counts as too much already: names, and marks where a stream begins. */
    static final int MAX_NAMES = 150_000;

    static final int MAX_STREAMS = 8_000;

    /** Names with a character written by its number. */
    static final int MAX_NUMBERED = 5_000;

    /** Objects take more than the bytes that they are packed into. */
    private static final int OF_OBJECTS = 8;

    private static final String STREAM = "stream";

    /**
     * Packing that is not measured here: twice, by reference, with another method, or written so
     * that it is not to be seen which.
     */
    private static final Pattern UNMEASURED =
            Pattern.compile(
                    "/Filter(?:\\s*+(?:%|\\[(?:[^\\]]{0,200}(?:(?:Decode|Fl)\\s*+/Fl|%|\\dR?\\s)"
                            + "|[^\\]]{201}))|\\s++\\d|\\s{60})"
                            + "|/LZW|/RunLength|/RL\\b");

    /** No match begins with a name and goes on for longer. */
    private static final int LONGEST = 300;

    /** None that is looked for is longer, with each of its characters by its number. */
    private static final int LONGEST_HIDDEN = 45;

    private static final String ENDS = "/<>[](){}% \t\r\n\f\0";
    private static final Pattern NUMBER = Pattern.compile("#([0-9a-fA-F]{2})");

    private static final Set<String> HIDDEN =
            Set.of(
                    "Filter",
                    "FlateDecode",
                    "Fl",
                    "LZWDecode",
                    "LZW",
                    "RunLengthDecode",
                    "RL",
                    "ObjStm");

    private PackedStreams() {}

    static boolean unpackToMoreThan(long most, byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        return namesCannotBeRead(text) || streams(most, pdf, text) > most;
    }

    private static boolean namesCannotBeRead(String text) {
        var unmeasured = UNMEASURED.matcher(text);
        int count = 0;
        int numbered = 0;
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
            if (++count > MAX_NAMES) {
                return true;
            }
            var first = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (first == 'F' || first == 'L' || first == 'R') {
                unmeasured.region(at, Math.min(at + LONGEST, text.length()));
                if (unmeasured.lookingAt()) {
                    return true;
                }
            }
            int end = end(text, at + 1);
            int number = text.indexOf('#', at + 1, end);
            if (number >= 0 && (++numbered > MAX_NUMBERED || hides(text.substring(at + 1, end)))) {
                return true;
            }
        }
        return false;
    }

    /** Where the name ends that begins here, as far as it is looked at. */
    private static int end(String text, int from) {
        int most = Math.min(from + LONGEST_HIDDEN, text.length());
        int end = from;
        while (end < most && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean hides(String name) {
        return HIDDEN.contains(NUMBER.matcher(name).replaceAll(PackedStreams::character));
    }

    private static String character(MatchResult number) {
        return Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(number.group(1), 16)));
    }

    /** What all streams unpack to, counted no further than needed. */
    private static long streams(long most, byte[] pdf, String text) {
        long total = 0;
        int count = 0;
        int before = 0;
        var buffer = new byte[1 << 16];
        var inflater = new Inflater();
        try {
            for (int at = text.indexOf(STREAM);
                    at >= 0 && total <= most;
                    at = text.indexOf(STREAM, at + 1)) {
                int start = begin(text, at);
                if (start < 0) {
                    continue;
                }
                if (++count > MAX_STREAMS) {
                    return most + 1;
                }
                int named = text.indexOf("/ObjStm", before, at);
                inflater.reset();
                inflater.setInput(pdf, start, pdf.length - start);
                total += unpacked(inflater, buffer, most - total) * (named < 0 ? 1 : OF_OBJECTS);
                before = at;
            }
        } finally {
            inflater.end();
        }
        return total;
    }

    /** Where the content begins of a stream whose mark may be here; -1 if it is none. */
    private static int begin(String text, int at) {
        int end = at + STREAM.length();
        if (text.startsWith("\r", end)) {
            end++;
        }
        return text.startsWith("\n", end) && !text.startsWith("end", at - 3) ? end + 1 : -1;
    }

    /** What was unpacked before the end or the first fault, counted no further than needed. */
    private static long unpacked(Inflater inflater, byte[] buffer, long most) {
        long length = 0;
        try {
            while (!inflater.finished() && length <= most) {
                int more = inflater.inflate(buffer);
                if (more == 0) {
                    break;
                }
                length += more;
            }
        } catch (DataFormatException e) {
            return length; // not packed this way, or broken from here on
        }
        return length;
    }
}
