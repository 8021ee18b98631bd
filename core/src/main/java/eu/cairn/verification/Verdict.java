package eu.cairn.verification;

import eu.cairn.credential.MicroCredential;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "is this credential genuine?", with every check behind it.
 *
 * <p>There are three answers. What could not be checked is never shown as genuine, and what failed
 * is never softened by what passed.
 */
public sealed interface Verdict {

    List<Check> checks();

    /** What the document says, as far as it could be read; unproven unless genuine. */
    Optional<MicroCredential> credential();

    /** When the last check was made. */
    Instant at();

    /** Every check that decides has passed or does not apply. */
    record Genuine(MicroCredential content, List<Check> checks, Instant at) implements Verdict {

        public Genuine {
            checks = List.copyOf(checks);
            if (!(decide(checks) instanceof Outcome.AllPassed)) {
                throw new IllegalArgumentException("not every deciding check has passed");
            }
        }

        @Override
        public Optional<MicroCredential> credential() {
            return Optional.of(content);
        }
    }

    /** A check that decides has failed; {@code reason} is the first of them. */
    record NotGenuine(
            Check reason, Optional<MicroCredential> credential, List<Check> checks, Instant at)
            implements Verdict {
        public NotGenuine {
            checks = List.copyOf(checks);
        }
    }

    /** Nothing failed, but a check that decides could not be made; {@code reason} is the first. */
    record CouldNotFinish(
            Check reason, Optional<MicroCredential> credential, List<Check> checks, Instant at)
            implements Verdict {
        public CouldNotFinish {
            checks = List.copyOf(checks);
        }
    }

    /** {@code genuine}, {@code not-genuine} or {@code could-not-finish}. */
    default String code() {
        return switch (this) {
            case Genuine genuine -> "genuine";
            case NotGenuine notGenuine -> "not-genuine";
            case CouldNotFinish couldNotFinish -> "could-not-finish";
        };
    }

    /** The one verdict that these checks allow. */
    static Verdict of(Optional<MicroCredential> content, List<Check> checks, Instant at) {
        return switch (decide(checks)) {
            case Outcome.Failed failed -> new NotGenuine(failed.check, content, checks, at);
            case Outcome.Open open -> new CouldNotFinish(open.check, content, checks, at);
            case Outcome.AllPassed allPassed ->
                    new Genuine(
                            content.orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "a document whose format was read has a content")),
                            checks,
                            at);
        };
    }

    private static Outcome decide(List<Check> checks) {
        var made = EnumSet.noneOf(Check.Kind.class);
        Optional<Check> open = Optional.empty();
        for (var check : checks) {
            made.add(check.kind());
            if (!check.kind().decides()) {
                continue;
            }
            if (check.result() == Check.Result.FAILED) {
                return new Outcome.Failed(check);
            }
            if (check.result() == Check.Result.COULD_NOT_CHECK && open.isEmpty()) {
                open = Optional.of(check);
            }
        }
        if (open.isPresent()) {
            return new Outcome.Open(open.get());
        }
        for (var kind : Check.Kind.values()) {
            if (kind.decides() && !made.contains(kind)) {
                throw new IllegalArgumentException("the check was forgotten: " + kind);
            }
        }
        return new Outcome.AllPassed();
    }

    /** What the deciding checks come to. */
    sealed interface Outcome {
        record AllPassed() implements Outcome {}

        record Failed(Check check) implements Outcome {}

        record Open(Check check) implements Outcome {}
    }
}
