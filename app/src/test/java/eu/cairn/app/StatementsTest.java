package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final Path ROOT = Path.of(System.getProperty("cairn.root", ""));
    private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\| (.*) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyStatementNamesATestThatExists() throws IOException {
        var lines = LINE.matcher(Files.readString(ROOT.resolve("docs/statements.md")));
        var missing = new ArrayList<String>();
        int statements = 0;
        while (lines.find()) {
            statements++;
            var named = NAMED.matcher(lines.group(2));
            boolean any = false;
            while (named.find()) {
                any = true;
                if (!exists(named.group(1), named.group(2))) {
                    missing.add(lines.group(1) + ": " + named.group());
                }
            }
            if (!any) {
                missing.add(lines.group(1) + ": no test is named");
            }
        }

        assertThat(missing).isEmpty();
        assertThat(statements).isPositive();
    }

    private static boolean exists(String testClass, String method) {
        return Stream.of("core", "formats", "app")
                .flatMap(room -> sources(ROOT.resolve(room).resolve("src/test/java")).stream())
                .filter(file -> file.getFileName().toString().equals(testClass + ".java"))
                .anyMatch(file -> read(file).matches("(?s).*\\bvoid " + method + "\\(.*"));
    }

    private static List<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
