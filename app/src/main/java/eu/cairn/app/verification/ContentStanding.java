package eu.cairn.app.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be thought of what a document says, in words, the same on page, command line and report:
 * a credential that its issuer sealed and then revoked was true once, and one whose seal is broken
 * proves nothing.
 */
public final class ContentStanding {

    /** The checks that say who sealed a document. */
    private static final List<Kind> WHO = List.of(Kind.INTEGRITY, Kind.ISSUER, Kind.TRUST);

    private static final Set<String> CHANGES = Set.of("status.revoked", "status.suspended");
    private static final Set<String> ENDS = Set.of("validity.expired", "validity.seal-expired");

    private final Verdict verdict;
    private final PageWords words;

    private ContentStanding(Verdict verdict, PageWords words) {
        this.verdict = verdict;
        this.words = words;
    }

    /** One or two sentences on what the document says, in the language of {@code words}. */
    public static String of(Verdict verdict, PageWords words) {
        return new ContentStanding(verdict, words).standing();
    }

    /** Until when it holds: its own last day, or what its token says where it has none. */
    public static String end(Verdict verdict, MicroCredential content, PageWords words) {
        return new ContentStanding(verdict, words).end(content);
    }

    private String standing() {
        return switch (verdict) {
            case Verdict.Genuine genuine -> word("content.certified");
            case Verdict.AllGenuine several -> word("content.certified");
            case Verdict.CouldNotFinish open -> word("content.open");
            case Verdict.NotGenuine(var reason, var content, var checks, var at) ->
                    content.filter(of -> WHO.stream().allMatch(this::hasPassed))
                            .flatMap(of -> since(reason).map(then -> sealed(of) + then))
                            .orElseGet(() -> word("content.unproven"));
        };
    }

    private String end(MicroCredential content) {
        if (content.expiresOn().isPresent()) {
            return word("end.stated", words.of(content.expiresOn().get()));
        }
        var validity = of(Kind.VALIDITY).findFirst();
        return switch (validity.map(Check::code).orElse("")) {
            case "validity.no-end" -> word("end.none");
            case "validity.seal-in-period", "validity.seal-expired" ->
                    word("end.of-token", day(validity.get().evidence().getFirst()));
            default -> word("end.not-shown");
        };
    }

    private boolean hasPassed(Kind kind) {
        var results = of(kind).map(Check::result).collect(Collectors.toSet());
        return results.contains(Result.PASSED) && !results.contains(Result.FAILED);
    }

    private Stream<Check> of(Kind kind) {
        return verdict.checks().stream().filter(check -> check.kind() == kind);
    }

    private String sealed(MicroCredential content) {
        var by = AwardedBy.of(verdict, content).name();
        return of(Kind.ISSUE)
                        .filter(check -> !check.evidence().isEmpty())
                        .findFirst()
                        .map(check -> day(check.evidence().getFirst()))
                        .map(day -> word("content.sealed-on", by, day))
                        .orElseGet(() -> word("content.sealed", by))
                + " ";
    }

    /** What has become of it; empty where it never was true. */
    private Optional<String> since(Check reason) {
        var evidence = reason.evidence().stream().findFirst().map(this::day);
        if (CHANGES.contains(reason.code())) {
            var change = reason.code().replace("status.", "content.");
            return Optional.of(
                    evidence.map(day -> word(change + "-on", day)).orElseGet(() -> word(change)));
        }
        return ENDS.contains(reason.code())
                ? evidence.map(day -> word("content.ended-on", day))
                : Optional.empty();
    }

    private String day(String written) {
        return words.of(LocalDate.parse(written));
    }

    private String word(String key, Object... parts) {
        return words.sentences().filled(key, parts);
    }
}
