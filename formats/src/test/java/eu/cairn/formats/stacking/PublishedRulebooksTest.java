package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.stacking.Documents.Shown;
import eu.cairn.formats.stacking.FactsReader.Question;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule sets of the documentation, each with a learner who passes and one who does not. */
class PublishedRulebooksTest {

    private static final Pattern WARNED = Pattern.compile("rulebook\\.(age-needs-dates)");

    private static Stream<Shown> all() {
        return Stream.concat(Documents.examples().stream(), Documents.published().stream());
    }

    private static Stream<Shown> published() {
        return Documents.published().stream();
    }

    private static Audit audit(Question question) {
        return Audits.audit(question.rulebook(), question.portfolio());
    }

    @Test
    void theDocumentationHasThreeExamplesAndTwentySixPublishedRuleSets() {
        assertThat(Documents.examples()).hasSize(3);
        assertThat(Documents.published()).hasSize(26);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void oneLearnerPassesAndOneDoesNot(Shown shown) {
        var passes = audit(Documents.question(shown.rulebook(), shown.passes()));
        var fails = audit(Documents.question(shown.rulebook(), shown.fails()));

        assertThat(passes.result()).isEqualTo(Result.SATISFIED);
        assertThat(fails.result()).isEqualTo(Result.NOT_SATISFIED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void nothingInThemIsSuspicious(Shown shown) {
        assertThat(RulebookReader.review(shown.rulebook()).warnings())
                .allMatch(warning -> WARNED.matcher(warning.code()).matches());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void everyFigureOfThemHasItsReasonAndTheWholeItsSource(Shown shown) {
        var rulebook = Documents.question(shown.rulebook(), shown.passes()).rulebook();

        assertThat(rulebook.note().source()).isPresent();
        assertThat(rulebook.requirements()).allMatch(it -> it.note().because().isPresent());
        assertThat(rulebook.limits()).allMatch(it -> it.note().because().isPresent());
        assertThat(rulebook.total().stream()).allMatch(it -> it.note().because().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theOrderOfWhatIsWrittenChangesNothing(Shown shown) {
        for (var facts : List.of(shown.passes(), shown.fails())) {
            var question = Documents.question(shown.rulebook(), facts);

            for (long seed = 0; seed < 5; seed++) {
                var random = new Random(seed);
                var other =
                        new Question(
                                shuffled(question.rulebook(), random),
                                shuffled(question.portfolio(), random),
                                List.of());
                assertThat(audit(other)).isEqualTo(audit(question));
            }
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Portfolio shuffled(Portfolio portfolio, Random random) {
        return new Portfolio(
                portfolio.asOf(),
                shuffled(portfolio.credentials(), random),
                portfolio.decisions(),
                shuffled(portfolio.spent(), random),
                portfolio.wishes(),
                portfolio.keep(),
                portfolio.prefer());
    }

    private static Rulebook shuffled(Rulebook rulebook, Random random) {
        List<Requirement> requirements = shuffled(rulebook.requirements(), random);
        List<Limit> limits = shuffled(rulebook.limits(), random);
        var terms = rulebook.terms();
        return new Rulebook(
                rulebook.id(),
                rulebook.version(),
                rulebook.note(),
                rulebook.awardingBody(),
                rulebook.level(),
                rulebook.cycle(),
                rulebook.validFrom(),
                rulebook.validTo(),
                requirements,
                limits,
                rulebook.total(),
                new Terms(
                        shuffled(terms.notBoth(), random),
                        shuffled(terms.shares(), random),
                        shuffled(terms.bundles(), random),
                        terms.spending(),
                        shuffled(terms.prerequisites(), random),
                        terms.substitutes(),
                        terms.within(),
                        terms.prefer()));
    }
}
