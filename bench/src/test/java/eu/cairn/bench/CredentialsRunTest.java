package eu.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsRunTest {

    @TempDir Path empty;

    @Test
    void whatACredentialCostsIsPrintedWithoutTheLibrariesOfOthersToo() throws Exception {
        var table = new ByteArrayOutputStream();

        CredentialsRun.print(empty, 0, new PrintStream(table, true, UTF_8));

        assertThat(table.toString(UTF_8)).contains("npm install", "issue", "JOSE", "PDF");
    }
}
