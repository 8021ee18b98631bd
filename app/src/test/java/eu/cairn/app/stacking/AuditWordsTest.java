package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static final Pattern CODE =
            Pattern.compile(
                    "\"((?:stacking|rulebook|facts|audit|plan)\\.[a-z0-9]+(?:-[a-z0-9]+)*)\"");

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
    void rulesThatCannotBeMetTogetherAreNamed() {
        var rules = Rulebook.of("both", List.of(five("north"), five("south")), List.of());
        var held = Stream.of(4, 6).map(AuditWordsTest::held).toList();

        var audit = Audits.under(rules).explained(Portfolio.of(LocalDate.EPOCH, held));

        assertThat(audit.proof().bound()).isEmpty();
        assertThat(words.why(audit, "the "::concat))
                .contains(
                        "Each of these could be met with what is held, but not all together:"
                                + " the north, the south.");
    }

    private static Take five(String id) {
        return new Take(
                id, Note.NONE, Filter.of(), Optional.of(Ects.of(5)), Optional.empty(), false);
    }

    private static HeldCredential held(int credits) {
        return HeldCredential.of("c" + credits, Ects.of(credits)).credential();
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
    void countriesAndDaysAreWrittenAsPeopleWriteThem() {
        assertThat(words.reason(reason("stacking.country-differs", "IE", "FR / IT / GB-SCT")))
                .isEqualTo(
                        "It comes from Ireland; France / Italy / United Kingdom (GB-SCT) is asked"
                                + " for.");
        assertThat(words.reason(reason("stacking.expired", "2026-03-01")))
                .isEqualTo("Expired: 1 March 2026 was its last day.");
        assertThat(words.reason(reason("stacking.grade-differs", "2026-99-99", "IT")))
                .isEqualTo("Its grade is 2026-99-99; IT is asked for.");
    }

    private static Reason reason(String code, String... parameters) {
        return new Reason(Optional.empty(), code, List.of(parameters));
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

        codes.remove("rulebook.published"); // what the journal calls it, and no code
        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.sentence(code, List.of())).isNotEqualTo(code));
    }
}
