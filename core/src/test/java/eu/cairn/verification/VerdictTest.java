package eu.cairn.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:32:00Z");

    @Property
    void whatFailedIsNeverGenuineWhateverPassed(@ForAll @Size(20) List<Result> results) {
        var checks = checks(results);
        boolean failed =
                checks.stream().anyMatch(c -> c.kind().decides() && c.result() == Result.FAILED);
        boolean open =
                checks.stream()
                        .anyMatch(c -> c.kind().decides() && c.result() == Result.COULD_NOT_CHECK);

        if (failed) {
            assertThat(Verdict.of(Optional.empty(), checks, NOW).code()).isEqualTo("not-genuine");
        } else if (open) {
            assertThat(Verdict.of(Optional.empty(), checks, NOW).code())
                    .isEqualTo("could-not-finish");
        }
    }

    @Test
    void aCheckThatWasForgottenIsNotGenuine() {
        assertThatThrownBy(
                        () ->
                                Verdict.of(
                                        Optional.empty(),
                                        List.of(check(Kind.INTEGRITY, Result.PASSED)),
                                        NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHoldsSeveralIsGenuineOnlyIfEachIs() {
        var passed = checks(Collections.nCopies(Kind.values().length, Result.PASSED));
        var open =
                Verdict.of(
                        Optional.empty(), List.of(check(Kind.TRUST, Result.COULD_NOT_CHECK)), NOW);

        assertThatThrownBy(() -> Verdict.ofSeveral(List.of(open), passed, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Verdict.ofSeveral(List.of(), passed, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Verdict.ofSeveral(
                                        List.of(), List.of(check(Kind.FORMAT, Result.FAILED)), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        Verdict.ofSeveral(
                                        List.of(open),
                                        List.of(check(Kind.CREDENTIALS, Result.COULD_NOT_CHECK)),
                                        NOW)
                                .code())
                .isEqualTo("could-not-finish");
    }

    private static List<Check> checks(List<Result> results) {
        return Arrays.stream(Kind.values())
                .map(kind -> check(kind, results.get(List.of(Kind.values()).indexOf(kind))))
                .toList();
    }

    private static Check check(Kind kind, Result result) {
        return new Check(kind, result, kind.code() + ".test", List.of(), NOW);
    }
}
