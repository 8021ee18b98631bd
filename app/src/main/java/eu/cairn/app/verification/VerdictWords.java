package eu.cairn.app.verification;

import eu.cairn.app.web.Words;
import eu.cairn.credential.RevocationReason;
import eu.cairn.credential.SuspensionReason;
import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.VerdictJson;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The English words for a verdict and its checks, the same on page, command line and API. */
public final class VerdictWords {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("eu.cairn.app.verification.words", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final Map<String, MessageFormat> SENTENCES = new ConcurrentHashMap<>();

    /** What begins as a day does. */
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    /** Where the evidence of a revocation holds the code of its reason. */
    private static final int REASON = 2;

    private static final Set<String> LEVEL_STANDINGS =
            Set.of("level.self-assessed", "level.confirmed");

    private VerdictWords() {}

    /** The codes that have a sentence. */
    public static List<String> codes() {
        return Collections.list(WORDS.getKeys()).stream()
                .filter(key -> WORDS.containsKey(key + ".state"))
                .sorted()
                .toList();
    }

    /**
     * {@code Genuine}, or {@code Not genuine: revoked on 3 March 2026}; of what may be genuine
     * again, {@code Not genuine now: suspended since 3 March 2026}.
     */
    public static String headline(Verdict verdict) {
        var name = WORDS.getString("verdict." + verdict.code());
        return switch (verdict) {
            case Verdict.Genuine genuine -> name;
            case Verdict.NotGenuine not when isSuspended(not) ->
                    WORDS.getString("verdict.not-genuine.now") + ": " + headline(not.reason());
            case Verdict.AllGenuine several -> name;
            case Verdict.NotGenuine(var reason, var content, var checks, var at) ->
                    name + ": " + headline(reason);
            case Verdict.CouldNotFinish(var reason, var content, var checks, var at) ->
                    name + ": " + headline(reason);
        };
    }

    /** Whether nothing but a suspension speaks against it, which may end. */
    public static boolean isSuspended(Verdict verdict) {
        return verdict instanceof Verdict.NotGenuine
                && verdict.checks().stream()
                        .filter(check -> check.kind().decides())
                        .filter(check -> check.result() == Check.Result.FAILED)
                        .allMatch(check -> check.code().equals("status.suspended"));
    }

    private static String headline(Check reason) {
        var counted = reason.code() + "." + reason.evidence().size() + ".headline";
        return WORDS.containsKey(counted)
                ? formatted(counted, reason)
                : formatted(reason.code() + ".headline", reason);
    }

    /** What is said of a document as JSON, with a sentence beside each code. */
    public static String json(Answer answer) {
        return VerdictJson.write(answer, check -> Optional.of(sentence(check)));
    }

    /** One sentence on what was found. */
    public static String sentence(Check check) {
        var counted = check.code() + "." + check.evidence().size();
        return formatted(WORDS.containsKey(counted) ? counted : check.code(), check);
    }

    /** The finding in a word or two: {@code Intact}. */
    public static String state(Check check) {
        return formatted(check.code() + ".state", check);
    }

    /** What is checked: {@code Integrity}. */
    public static String label(Check.Kind kind) {
        return WORDS.getString("kind." + kind.code());
    }

    /** What a passed check of this kind means: {@code Nothing was changed since it was sealed}. */
    public static String about(Check.Kind kind) {
        return WORDS.getString("kind." + kind.code() + ".about");
    }

    public static String result(Check.Result result) {
        return WORDS.getString("result." + result.code());
    }

    /** Whether the level is a claim or was confirmed; blank where that was not found out. */
    public static String levelStanding(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> LEVEL_STANDINGS.contains(check.code()))
                .findFirst()
                .map(VerdictWords::state)
                .orElse("");
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String formatted(String key, Check check) {
        var sentence =
                SENTENCES.computeIfAbsent(
                        key, of -> new MessageFormat(WORDS.getString(of), Locale.ENGLISH));
        return ((MessageFormat) sentence.clone()) // one is for one thread
                .format(evidence(check).toArray());
    }

    private static List<String> evidence(Check check) {
        if (check.code().equals("completeness.missing")) {
            return List.of(
                    check.evidence().stream()
                            .map(element -> WORDS.getString("element." + element))
                            .collect(Collectors.joining(", ")));
        }
        if ((check.code().equals("status.revoked") || check.code().equals("status.suspended"))
                && check.evidence().size() > REASON) {
            var words = new ArrayList<>(check.evidence());
            words.set(0, readable(words.getFirst()));
            words.set(REASON, reason(words.get(REASON)));
            return words;
        }
        return check.evidence().stream().map(VerdictWords::readable).toList();
    }

    /** The reason for such a change as people say it; what others say stands for itself. */
    private static String reason(String code) {
        return RevocationReason.ofCode(code)
                .map(known -> Words.name("credential", "revocation." + known.code()))
                .or(
                        () ->
                                SuspensionReason.ofCode(code)
                                        .map(
                                                known ->
                                                        Words.name(
                                                                "credential",
                                                                "suspension." + known.code())))
                .orElse(code);
    }

    /** A date or a moment as people write it; anything else as it is. */
    private static String readable(String evidence) {
        if (!DATED.matcher(evidence).matches()) {
            return evidence;
        }
        return parsed(() -> DAY.format(LocalDate.parse(evidence)))
                .or(() -> parsed(() -> MOMENT.format(Instant.parse(evidence))))
                .orElse(evidence);
    }

    private static Optional<String> parsed(Supplier<String> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
