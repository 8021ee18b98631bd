package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:stacking|rulebook|facts|audit)\\.[a-z0-9]+(?:-[a-z0-9]+)*)\"");

    private static final List<String> ROOMS =
            List.of(
                    "core/src/main/java/eu/cairn/stacking",
                    "formats/src/main/java/eu/cairn/formats/stacking",
                    "app/src/main/java/eu/cairn/app/stacking");

    private final AuditWords words = AuditWords.english();

    @Test
    void aRequirementIsASentence() {
        var level = new Level(Optional.of(new EqfLevel(7)), Optional.empty());
        var theme = new OneOf(Fact.THEME, List.of("methods"));
        var take =
                new Take(
                        "r",
                        Note.NONE,
                        Filter.of(theme, level),
                        Optional.of(Ects.of(15)),
                        Optional.empty(),
                        false);

        assertThat(words.requirement(take))
                .isEqualTo("At least 15.0 ECTS at EQF level 7 or above, theme methods");
    }

    @Test
    void aLimitIsASentence() {
        var six = Optional.of(new EqfLevel(6));

        assertThat(words.limit(Limit.atMost("cap", Ects.of(10), Filter.of(new Level(six, six)))))
                .isEqualTo("At most 10.0 ECTS at EQF level 6");
        assertThat(words.limit(Limit.atLeast("total", Ects.of(60), Filter.ANY)))
                .isEqualTo("At least 60.0 ECTS in all");
    }

    @Test
    void everyCodeHasASentence() throws IOException {
        var root = Path.of(System.getProperty("cairn.root", ".."));
        var codes = new TreeSet<String>();
        for (var room : ROOMS) {
            try (var files = Files.walk(root.resolve(room))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> codes.add(found.group(1)));
                }
            }
        }

        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.sentence(code, List.of())).isNotEqualTo(code));
    }
}
