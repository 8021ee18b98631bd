package eu.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class BombsRunTest {

    @Test
    void theCostliestAreShown() {
        var table = new ByteArrayOutputStream();

        BombsRun.print("XML", 1, new PrintStream(table, true, UTF_8));

        assertThat(table.toString(UTF_8))
                .contains("below 50 ms and 32 MB", "most computing", "most memory", "XML: ");
    }
}
