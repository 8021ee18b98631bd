package eu.cairn.app.verification;

import eu.cairn.app.web.Reader;
import eu.cairn.app.web.Words;
import eu.cairn.credential.RevocationReason;
import eu.cairn.credential.SuspensionReason;
import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.VerdictJson;
import eu.cairn.framework.Cycle;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words for a verdict and its checks in one language, the same on page, report and API. */
public final class VerdictWords {

    private static final Map<Locale, VerdictWords> ALL =
            Reader.LANGUAGES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(),
                                    language -> new VerdictWords(PageWords.in(language))));

    /** In English, as the command line speaks. */
    public static final VerdictWords ENGLISH = in(Locale.ENGLISH);

    /** What begins as a day does. */
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    /** One or several European levels. */
    private static final Pattern EUROPEAN = Pattern.compile("EQF \\d(?:, \\d)*");

    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    /** Where the evidence of a revocation holds the code of its reason. */
    private static final int REASON = 2;

    private static final Set<String> LEVEL_STANDINGS =
            Set.of("level.self-assessed", "level.confirmed");

    private final PageWords words;
    private final Sentences sentences;

    private VerdictWords(PageWords words) {
        this.words = words;
        this.sentences = words.sentences();
    }

    /** In one of the languages of {@link Reader}. */
    public static VerdictWords in(Locale language) {
        return Optional.ofNullable(ALL.get(language))
                .or(() -> Optional.ofNullable(ALL.get(Locale.ENGLISH)))
                .orElseThrow();
    }

    /** The codes that have a sentence. */
    public static List<String> codes() {
        return ENGLISH.sentences.keys().stream()
                .filter(key -> ENGLISH.sentences.has(key + ".state"))
                .toList();
    }

    /**
     * {@code Genuine}, or {@code Not genuine: revoked on 3 March 2026}; of what may be genuine
     * again, {@code Not genuine now: suspended since 3 March 2026}.
     */
    public String headline(Verdict verdict) {
        var name = sentences.plain("verdict." + verdict.code());
        return switch (verdict) {
            case Verdict.Genuine genuine -> name;
            case Verdict.NotGenuine not when isSuspended(not) ->
                    sentences.plain("verdict.not-genuine.now") + ": " + headline(not.reason());
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

    private String headline(Check reason) {
        var counted = reason.code() + "." + reason.evidence().size() + ".headline";
        return sentences.has(counted)
                ? formatted(counted, reason)
                : formatted(reason.code() + ".headline", reason);
    }

    /** What is said of a document as JSON, with a sentence beside each code. */
    public String json(Answer answer) {
        return VerdictJson.write(answer, check -> Optional.of(sentence(check)));
    }

    /** One sentence on what was found. */
    public String sentence(Check check) {
        var counted = check.code() + "." + check.evidence().size();
        return formatted(sentences.has(counted) ? counted : check.code(), check);
    }

    /** The finding in a word or two: {@code Intact}. */
    public String state(Check check) {
        return formatted(check.code() + ".state", check);
    }

    /** What is checked: {@code Integrity}. */
    public String label(Check.Kind kind) {
        return sentences.plain("kind." + kind.code());
    }

    /** What a passed check of this kind means: {@code Nothing was changed since it was sealed}. */
    public String about(Check.Kind kind) {
        return sentences.plain("kind." + kind.code() + ".about");
    }

    public String result(Check.Result result) {
        return sentences.plain("result." + result.code());
    }

    /** Whether the level is a claim or was confirmed; blank where that was not found out. */
    public String levelStanding(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> LEVEL_STANDINGS.contains(check.code()))
                .findFirst()
                .map(this::state)
                .orElse("");
    }

    public String day(LocalDate day) {
        return words.of(day);
    }

    private String formatted(String key, Check check) {
        return sentences.filled(key, evidence(check).toArray());
    }

    private List<String> evidence(Check check) {
        if (check.code().equals("completeness.missing")) {
            return List.of(
                    check.evidence().stream()
                            .map(element -> sentences.plain("element." + element))
                            .collect(Collectors.joining(", ")));
        }
        if ((check.code().equals("status.revoked") || check.code().equals("status.suspended"))
                && check.evidence().size() > REASON) {
            var words = new ArrayList<>(check.evidence());
            words.set(0, readable(words.getFirst()));
            words.set(REASON, reason(words.get(REASON)));
            return words;
        }
        return check.evidence().stream().map(one -> readable(check, one)).toList();
    }

    /** The reason for such a change as people say it; what others say stands for itself. */
    private String reason(String code) {
        return RevocationReason.ofCode(code)
                .map(known -> "revocation." + known.code())
                .or(() -> SuspensionReason.ofCode(code).map(known -> "suspension." + known.code()))
                .map(name -> Words.name("credential", name, words.language()))
                .orElse(code);
    }

    /** A date, a level or a number as people write it; anything else as it is. */
    private String readable(Check check, String evidence) {
        if (DATED.matcher(evidence).matches()) {
            return readable(evidence);
        }
        if (EUROPEAN.matcher(evidence).matches()) {
            return words.eqf(evidence.substring("EQF ".length()));
        }
        if (check.kind() == Check.Kind.WORKLOAD && DECIMAL.matcher(evidence).matches()) {
            return words.number(evidence);
        }
        return check.code().startsWith("level.cycle-")
                ? Cycle.ofCode(evidence)
                        .map(it -> words.text("ordinal." + it.code()))
                        .orElse(evidence)
                : evidence;
    }

    private String readable(String evidence) {
        return parsed(() -> words.of(LocalDate.parse(evidence)))
                .or(() -> parsed(() -> words.of(Instant.parse(evidence))))
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
