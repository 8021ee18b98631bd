package eu.cairn.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalogue",
                "import",
                "framework",
                "quality",
                "award",
                "credential",
                "certificate",
                "key",
                "portfolio",
                "recognition",
                "interop",
                "request",
                "access",
                "doctor"
            })
    void everyCodeHasASentenceAndEverySentenceACode(String context) {
        var used = new TreeSet<String>();
        for (var room : List.of("core", "formats", "app")) {
            sources(room).forEach(source -> used.addAll(codes(context, source)));
        }

        assertThat(used).isNotEmpty();
        assertThat(Words.codes(context)).containsExactlyElementsOf(used);
    }

    @Test
    void aSentenceSaysWhatIsWrongAndWhatToDo() {
        assertThat(Words.of(Refusal.of("catalogue.outcome-not-assessed", "outcomes[5]", 5)))
                .isEqualTo("Outcome 5 is assessed nowhere: add it to a task, or take it out");
    }

    @Test
    void aSentenceNamesThePlaceAsPeopleDo() {
        assertThat(Words.of(Refusal.of("catalogue.choice-missing", "tasks[2].type")))
                .isEqualTo("Task 2, type: nothing is chosen; choose one from the list");
    }

    @Test
    void anEmptyFieldIsAskedForAndAWrongOneIsQuoted() {
        assertThat(Words.of(Refusal.of("catalogue.hours-invalid", "activities[1].hours", "")))
                .isEqualTo(
                        "Activity 1, hours: none are stated;"
                                + " write how long an average learner needs");
        assertThat(Words.of(Refusal.of("catalogue.hours-invalid", "activities[1].hours", "many")))
                .contains("“many”");
    }

    @Test
    void whatWasTypedIsNeverTakenForAPattern() {
        assertThat(Words.of(Refusal.of("import.field-unknown", "line 3, {0}'", "{place}'")))
                .isEqualTo(
                        "line 3, {0}': a course has no field “{place}'”:"
                                + " correct its name, or take it out");
    }

    private static List<String> codes(String context, String source) {
        return Pattern.compile(
                        "\"(" + context + "\\.[a-z0-9]+(?:-[a-z0-9]+)*)(?<!\\.json)(?<!\\.css)\"")
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Stream<String> sources(String room) {
        var root = Path.of(System.getProperty("cairn.root", "")).resolve(room);
        try (var files = Files.walk(root.resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::read)
                    .toList()
                    .stream();
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
