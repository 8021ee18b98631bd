package eu.cairn.app.demo;

import eu.cairn.credential.Learner;
import eu.cairn.framework.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invented learner of the demo class at Borgofiume; any likeness to a living person is chance.
 *
 * @param number the student number, such as {@code BF-2026-0001}
 * @param latinName the name in Latin letters without marks, for searching and sorting
 * @param language the language of the name
 */
public record DemoLearner(String number, Learner learner, String latinName, Language language) {

    /** The class, in the order of the student numbers. */
    public static List<DemoLearner> all() {
        try (var file = DemoLearner.class.getResourceAsStream("learners.tsv")) {
            if (file == null) {
                throw new IllegalStateException("the demo learners are not in the build");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines().skip(1).map(line -> read(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoLearner read(String[] cells) {
        var given = Optional.of(cells[1]);
        var family = Optional.of(cells[2]).filter(name -> !name.isEmpty());
        var full = String.join(" ", Stream.concat(given.stream(), family.stream()).toList());
        return new DemoLearner(
                cells[0],
                new Learner(full, given, family, Optional.of(cells[0])),
                cells[3],
                new Language(cells[4]));
    }
}
