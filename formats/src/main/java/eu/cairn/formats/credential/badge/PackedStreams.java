package eu.cairn.formats.credential.badge;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the streams of a PDF unpack to, found out before anything that unpacks them whole is let
 * near it.
 */
final class PackedStreams {

    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");

    /** Packing that is not measured here: twice, by reference, or with another method. */
    private static final Pattern UNMEASURED =
            Pattern.compile(
                    "/Filter\\s*\\[[^\\]]{0,200}(Decode|Fl)\\s*/Fl"
                            + "|/Filter\\s+\\d+\\s+\\d+\\s+R"
                            + "|/LZW|/RunLength|/RL\\b");

    /** A name with a character written by its number. */
    private static final Pattern NUMBERED =
            Pattern.compile("/([^\\s/<>\\[\\](){}%]{0,60}#[^\\s/<>\\[\\](){}%]{2,60})");

    private static final Set<String> HIDDEN =
            Set.of("Filter", "FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

    private PackedStreams() {}

    static boolean unpackToMoreThan(long most, byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (UNMEASURED.matcher(text).find()
                || NUMBERED.matcher(text).results().anyMatch(name -> hides(name.group(1)))) {
            return true;
        }
        long total = 0;
        var starts = STREAM.matcher(text);
        var buffer = new byte[1 << 16];
        var inflater = new Inflater();
        try {
            for (int count = 0; starts.find() && total <= most; count++) {
                if (count > CertificateFile.MAX_OBJECTS) {
                    return true;
                }
                inflater.reset();
                inflater.setInput(pdf, starts.end(), pdf.length - starts.end());
                total += unpacked(inflater, buffer, most - total);
            }
        } finally {
            inflater.end();
        }
        return total > most;
    }

    private static boolean hides(String name) {
        var plain =
                Pattern.compile("#([0-9a-fA-F]{2})")
                        .matcher(name)
                        .replaceAll(
                                code ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        code.group(1), 16))));
        return HIDDEN.contains(plain);
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
