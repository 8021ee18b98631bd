package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueWordsTest {

    private static final Pattern CODE = Pattern.compile("\"((?:catalogue|import)\\.[a-z0-9-]+)\"");

    @Test
    void everyCodeHasASentenceAndEverySentenceACode() throws IOException {
        var root = Path.of(System.getProperty("cairn.root", ""));
        var used = new java.util.TreeSet<String>();
        for (var room : Set.of("core", "formats")) {
            try (var sources = Files.walk(root.resolve(room).resolve("src/main/java"))) {
                used.addAll(
                        sources.filter(file -> file.toString().endsWith(".java"))
                                .flatMap(CatalogueWordsTest::codes)
                                .collect(Collectors.toSet()));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(CatalogueWords.codes()).containsExactlyElementsOf(used);
    }

    @Test
    void aSentenceSaysWhatIsWrongAndWhatToDo() {
        assertThat(
                        CatalogueWords.sentence(
                                Refusal.of("catalogue.outcome-not-assessed", "outcomes[5]", 5)))
                .isEqualTo("Outcome 5 is assessed nowhere: add it to a task, or take it out");
    }

    @Test
    void aSentenceNamesThePlaceAsPeopleDo() {
        assertThat(CatalogueWords.sentence(Refusal.of("catalogue.choice-missing", "tasks[2].type")))
                .isEqualTo("Task 2, type: nothing is chosen; choose one from the list");
    }

    @Test
    void anEmptyFieldIsAskedForAndAWrongOneIsQuoted() {
        assertThat(
                        CatalogueWords.sentence(
                                Refusal.of("catalogue.hours-invalid", "activities[1].hours", "")))
                .isEqualTo(
                        "Activity 1, hours: none are stated;"
                                + " write how long an average learner needs");
        assertThat(
                        CatalogueWords.sentence(
                                Refusal.of(
                                        "catalogue.hours-invalid", "activities[1].hours", "many")))
                .contains("“many”");
    }

    @Test
    void whatWasTypedIsNeverTakenForAPattern() {
        assertThat(
                        CatalogueWords.sentence(
                                Refusal.of("import.field-unknown", "line 3, {0}'", "{place}'")))
                .isEqualTo(
                        "line 3, {0}': a course has no field “{place}'”:"
                                + " correct its name, or take it out");
    }

    private static Stream<String> codes(Path source) {
        try {
            return CODE
                    .matcher(Files.readString(source))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
