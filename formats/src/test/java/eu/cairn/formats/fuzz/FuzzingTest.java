package eu.cairn.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No input makes a reader throw, hang or take more memory than it may. */
@Tag("fuzz")
@Execution(ExecutionMode.CONCURRENT)
class FuzzingTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingBreaksTheReader(Reader reader) throws Exception {
        var result = Fuzzing.run(Fuzzed.class, reader.name(), reader.seeds(), folder);

        System.out.println("fuzzed " + reader + ": " + result.summary());
        assertThat(result.sound()).as(result.output()).isTrue();
        assertThat(result.summary()).isNotEmpty();
    }

    @Test
    void whatBreaksIsFound() throws Exception {
        var seeds = List.of("CAIRN".getBytes(StandardCharsets.UTF_8));

        var result = Fuzzing.run(Breaking.class, "", seeds, folder);

        assertThat(result.sound()).isFalse();
        assertThat(result.output()).contains("IllegalStateException: found");
    }

    /** A reader that breaks at what is near its seed. */
    public static final class Breaking {

        private Breaking() {}

        /** Called by Jazzer for every input. */
        public static void fuzzerTestOneInput(byte[] input) {
            if (input.length > 1 && input[0] == 'C' && input[1] == 'B') {
                throw new IllegalStateException("found");
            }
        }
    }
}
