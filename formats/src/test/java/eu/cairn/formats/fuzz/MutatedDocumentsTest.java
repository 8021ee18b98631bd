package eu.cairn.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The short form of {@link FuzzingTest} for every build: the same readers, given the same documents
 * with a few things changed at random; {@code -Dcairn.documents=…} says how many each.
 */
class MutatedDocumentsTest {

    private static final int DOCUMENTS = Integer.getInteger("cairn.documents", 250);
    private static final int MOST_CHANGES = 4;

    /** What has a meaning in one of the formats. */
    private static final List<String> WORDS =
            List.of(
                    "{", "}", "[", "\"", ",", ":", "null", "-1", "1e400", "\\ud800", "\0", "~",
                    ".");

    @ParameterizedTest
    @EnumSource
    void nothingBreaksTheReader(Reader reader) {
        var random = new Random(reader.name().hashCode());
        var seeds = reader.seeds();
        for (int i = 0; i < DOCUMENTS; i++) {
            var document = seeds.get(random.nextInt(seeds.size()));
            for (int n = random.nextInt(MOST_CHANGES); n >= 0; n--) {
                document = changed(document, seeds, random);
            }
            var input = document;
            assertThatCode(() -> reader.read(input))
                    .as(() -> HexFormat.of().formatHex(input))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] changed(byte[] document, List<byte[]> seeds, Random random) {
        if (document.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int from = random.nextInt(document.length);
        int to = from + random.nextInt(Math.min(64, document.length - from) + 1);
        var part = Arrays.copyOfRange(document, from, to);
        return switch (random.nextInt(6)) {
            case 0 -> replaced(document, from, to, new byte[0]);
            case 1 -> replaced(document, from, from, part);
            case 2 -> replaced(document, from, from + 1, new byte[] {(byte) random.nextInt()});
            case 3 ->
                    replaced(
                            document,
                            from,
                            from,
                            WORDS.get(random.nextInt(WORDS.size()))
                                    .getBytes(StandardCharsets.UTF_8));
            case 4 -> Arrays.copyOf(document, from);
            default -> {
                var other = seeds.get(random.nextInt(seeds.size()));
                int start = random.nextInt(other.length);
                yield replaced(document, from, to, Arrays.copyOfRange(other, start, other.length));
            }
        };
    }

    private static byte[] replaced(byte[] document, int from, int to, byte[] with) {
        var changed = new ByteArrayOutputStream();
        changed.write(document, 0, from);
        changed.writeBytes(with);
        changed.write(document, to, document.length - to);
        return changed.toByteArray();
    }
}
