package eu.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeersRunTest {

    private static final Shape SMALL = new Shape(12, 5, true, 0);

    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(table, true, UTF_8);

    @Test
    void ourAuditAgreesWithItsPeersOnSmallCases() {
        var shapes =
                List.of(
                        new Shape(12, 5, false, 0),
                        SMALL,
                        new Shape(20, 8, false, 0),
                        new Shape(20, 8, true, 0));

        int disagreements = new PeersRun(3, 1, 0, out).compare(shapes);

        assertThat(disagreements).as(table.toString(UTF_8)).isZero();
        assertThat(table.toString(UTF_8)).contains("Cairn", "Choco", "everyday learners");
    }

    @Test
    void aWrongAnswerIsADisagreementAndNamesItsSeed() {
        var row = Row.of("wrong", seed -> LearnerInstances.of(SMALL, seed), 3, 4);
        row.ask(new CairnEngine(true), 10);
        row.ask(always(new Answer.NotSatisfied(OptionalLong.of(1))), 10);

        row.print(out);

        assertThat(row.disagreements()).hasSize(3);
        assertThat(table.toString(UTF_8)).contains("DISAGREEMENT at seed 4");
    }

    @Test
    void someLearnersHoldJustEnoughAndSomeDoNot() {
        var engine = new CairnEngine(true);

        var answers =
                LongStream.range(0, 12)
                        .mapToObj(seed -> LearnerInstances.of(SMALL, seed))
                        .map(learner -> engine.ask(learner).answer())
                        .toList();

        assertThat(answers).hasAtLeastOneElementOfType(Answer.Satisfied.class);
        assertThat(answers).hasAtLeastOneElementOfType(Answer.NotSatisfied.class);
    }

    private static Engine always(Answer answer) {
        return new Engine() {
            @Override
            public String name() {
                return "always";
            }

            @Override
            public Question ask(Learner learner) {
                return () -> answer;
            }
        };
    }
}
