package eu.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class AuditsRunTest {

    @Test
    void everyKindOfLearnerHasARow() {
        var table = new ByteArrayOutputStream();

        AuditsRun.print(8, 0, new PrintStream(table, true, UTF_8));

        assertThat(table.toString(UTF_8))
                .contains("everyday", "40 x 12, caps, floors and choice, 10 % slack")
                .doesNotContain("NaN");
    }
}
