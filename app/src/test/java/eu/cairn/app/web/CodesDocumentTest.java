package eu.cairn.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of codes in the documentation is made from the sentences that the product speaks. */
class CodesDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("cairn.root", ""));
    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NO_CODE =
            Pattern.compile(
                    "(place|kind|element|result|verdict|text|word|label|state|page|frame)\\..*");

    @Test
    void theDocumentedCodesAreThoseOfTheProduct() throws IOException {
        var made = ROOT.resolve("app/target/codes.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, document());

        assertThat(Files.readString(ROOT.resolve("docs/codes.md")))
                .as("docs/codes.md is out of date: replace it with app/target/codes.md")
                .isEqualTo(document());
    }

    private static String document() throws IOException {
        var sentences = new TreeMap<String, String>();
        try (var files = Files.walk(ROOT.resolve("app/src/main/resources/eu/cairn/app"))) {
            files.filter(file -> file.getFileName().toString().equals("words_en.properties"))
                    .forEach(
                            file ->
                                    read(file)
                                            .forEach(
                                                    (code, words) ->
                                                            sentences.put(
                                                                    (String) code,
                                                                    (String) words)));
        }
        var lines = new StringBuilder();
        lines.append("# Codes\n\nEvery refusal and every finding has a stable code; pages, API and")
                .append(
                        " command line show the same. {0}, {1}, … stand for what the case is about.")
                .append("\n\n| code | sentence |\n| --- | --- |\n");
        sentences.forEach(
                (code, words) -> {
                    if (CODE.matcher(code).matches() && !NO_CODE.matcher(code).matches()) {
                        lines.append("| `%s` | %s |\n".formatted(code, words.replace("|", "\\|")));
                    }
                });
        return lines.toString();
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
