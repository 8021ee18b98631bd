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
 *
 * <p>Of a document that holds several credentials {@link AllGenuine} is the first of the three; it
 * is no credential of which anything could be counted.
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

    /**
     * The document holds several credentials and certifies nothing beside them: each of them is
     * genuine, and every check that decides on what holds them has passed or does not apply.
     */
    record AllGenuine(List<Genuine> held, List<Check> checks, Instant at) implements Verdict {

        public AllGenuine {
            held = List.copyOf(held);
            checks = List.copyOf(checks);
            if (held.isEmpty() || !(decide(checks) instanceof Outcome.AllPassed)) {
                throw new IllegalArgumentException("not every deciding check has passed");
            }
        }

        @Override
        public Optional<MicroCredential> credential() {
            return Optional.empty();
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
            case AllGenuine all -> "genuine";
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

    /**
     * The one verdict on a document that holds {@code held}.
     *
     * @param checks those on the document, one of which says what became of {@code held}
     * @throws IllegalArgumentException if they pass although one of {@code held} is not genuine
     */
    static Verdict ofSeveral(List<Verdict> held, List<Check> checks, Instant at) {
        if (checks.stream().allMatch(check -> check.kind().isOfEveryDocument())) {
            throw new IllegalArgumentException("the credentials in it were forgotten");
        }
        return switch (decide(checks)) {
            case Outcome.Failed failed ->
                    new NotGenuine(failed.check, Optional.empty(), checks, at);
            case Outcome.Open open -> new CouldNotFinish(open.check, Optional.empty(), checks, at);
            case Outcome.AllPassed allPassed -> {
                var genuine =
                        held.stream()
                                .filter(Genuine.class::isInstance)
                                .map(Genuine.class::cast)
                                .toList();
                if (genuine.size() != held.size()) {
                    throw new IllegalArgumentException("one of the credentials is not genuine");
                }
                yield new AllGenuine(genuine, checks, at);
            }
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
            if (kind.decides() && kind.isOfEveryDocument() && !made.contains(kind)) {
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
