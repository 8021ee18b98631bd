package eu.cairn.app.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be thought of what a document says, in words, the same on page, command line and report:
 * a credential that its issuer sealed and then revoked was true once, and one whose seal is broken
 * proves nothing.
 */
public final class ContentStanding {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("eu.cairn.app.verification.words", Locale.ENGLISH);

    /** The checks that say who sealed a document. */
    private static final List<Kind> WHO = List.of(Kind.INTEGRITY, Kind.ISSUER, Kind.TRUST);

    private static final Set<String> CHANGES = Set.of("status.revoked", "status.suspended");
    private static final Set<String> ENDS = Set.of("validity.expired", "validity.seal-expired");

    private ContentStanding() {}

    /** One or two sentences on what the document says. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> word("content.certified");
            case Verdict.AllGenuine several -> word("content.certified");
            case Verdict.CouldNotFinish open -> word("content.open");
            case Verdict.NotGenuine(var reason, var content, var checks, var at) ->
                    content.filter(of -> WHO.stream().allMatch(kind -> hasPassed(checks, kind)))
                            .flatMap(of -> since(reason).map(then -> sealed(verdict, of) + then))
                            .orElseGet(() -> word("content.unproven"));
        };
    }

    /** Until when it holds: its own last day, or what its token says where it has none. */
    public static String end(Verdict verdict, MicroCredential content) {
        if (content.expiresOn().isPresent()) {
            return word("end.stated", VerdictWords.day(content.expiresOn().get()));
        }
        var validity = of(verdict.checks(), Kind.VALIDITY).findFirst();
        return switch (validity.map(Check::code).orElse("")) {
            case "validity.no-end" -> word("end.none");
            case "validity.seal-in-period", "validity.seal-expired" ->
                    word("end.of-token", day(validity.get().evidence().getFirst()));
            default -> word("end.not-shown");
        };
    }

    private static boolean hasPassed(List<Check> checks, Kind kind) {
        var results = of(checks, kind).map(Check::result).collect(Collectors.toSet());
        return results.contains(Result.PASSED) && !results.contains(Result.FAILED);
    }

    private static Stream<Check> of(List<Check> checks, Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind);
    }

    private static String sealed(Verdict verdict, MicroCredential content) {
        var by = AwardedBy.of(verdict, content).name();
        return of(verdict.checks(), Kind.ISSUE)
                        .filter(check -> !check.evidence().isEmpty())
                        .findFirst()
                        .map(check -> day(check.evidence().getFirst()))
                        .map(day -> word("content.sealed-on", by, day))
                        .orElseGet(() -> word("content.sealed", by))
                + " ";
    }

    /** What has become of it; empty where it never was true. */
    private static Optional<String> since(Check reason) {
        var evidence = reason.evidence().stream().findFirst().map(ContentStanding::day);
        if (CHANGES.contains(reason.code())) {
            var change = reason.code().replace("status.", "content.");
            return Optional.of(
                    evidence.map(day -> word(change + "-on", day)).orElseGet(() -> word(change)));
        }
        return ENDS.contains(reason.code())
                ? evidence.map(day -> word("content.ended-on", day))
                : Optional.empty();
    }

    private static String day(String written) {
        return VerdictWords.day(LocalDate.parse(written));
    }

    private static String word(String key, String... parts) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH)
                .format(Arrays.copyOf(parts, parts.length, Object[].class));
    }
}
