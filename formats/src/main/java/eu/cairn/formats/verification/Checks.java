package eu.cairn.formats.verification;

import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The checks of one verification, in the order in which they are made. */
final class Checks {

    private static final String NOT_READ = "integrity.not-read";

    private final Instant now;
    private final List<Check> made = new ArrayList<>();

    Checks(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    List<Check> list() {
        return List.copyOf(made);
    }

    void add(Kind kind, Result result, String code, String... evidence) {
        made.add(new Check(kind, result, code, List.of(evidence), now));
    }

    void add(Kind kind, Result result, Refusal reason) {
        made.add(new Check(kind, result, reason.code(), reason.parameters(), now));
    }

    /** A check that an earlier finding left without ground. */
    void notReached(Kind kind) {
        add(
                kind,
                Result.COULD_NOT_CHECK,
                kind == Kind.INTEGRITY && !isRefused() ? NOT_READ : kind.code() + ".not-reached");
    }

    /** Whether something is wrong with the form or the content, and not just with this reader. */
    private boolean isRefused() {
        return made.stream()
                .anyMatch(check -> check.kind() == Kind.FORMAT && check.result() == Result.FAILED);
    }

    void add(Check check) {
        made.add(check);
    }

    void notReachedUnlessMade(Kind kind) {
        if (made.stream().noneMatch(check -> check.kind() == kind)) {
            notReached(kind);
        }
    }

    /** What does not apply to a document that holds credentials, since it is asked of each. */
    void restSaidOfEach() {
        for (var kind : Kind.values()) {
            if (kind != Kind.HOLDER && made.stream().noneMatch(check -> check.kind() == kind)) {
                add(kind, Result.DOES_NOT_APPLY, kind.code() + ".of-each");
            }
        }
    }

    void restNotReached() {
        for (var kind : Kind.values()) {
            if (kind.isOfEveryDocument()) {
                notReachedUnlessMade(kind);
            }
        }
    }
}
