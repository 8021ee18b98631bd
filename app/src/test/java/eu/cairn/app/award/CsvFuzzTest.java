package eu.cairn.app.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No table that somebody uploads breaks its reader. */
@Tag("fuzz")
class CsvFuzzTest {

    @TempDir Path folder;

    /** What Jazzer calls. */
    public static final class Fuzzed {

        private Fuzzed() {}

        /** Called by Jazzer for every input. */
        public static void fuzzerTestOneInput(byte[] input) {
            CsvTable.read(input);
        }
    }

    @Test
    void nothingBreaksTheReaderOfTables() throws Exception {
        var seeds =
                List.of(
                        seed("name,grade\nZoë,28/30\n", false),
                        seed("\uFEFFname;\"gr\"\"ade\"\n\"a\nb\";1\n", false),
                        seed("name\tgrade\r\nx\ty\r\n", true));

        var result = Fuzzing.run(Fuzzed.class, "", seeds, folder);

        System.out.println("fuzzed CSV: " + result.summary());
        assertThat(result.sound()).as(result.output()).isTrue();
        assertThat(result.summary()).isNotEmpty();
    }

    private static byte[] seed(String text, boolean wide) {
        return text.getBytes(wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
