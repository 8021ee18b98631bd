package eu.cairn.app.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.cairn.app.verification.BatchVerification.Outcome;
import eu.cairn.app.verification.BatchVerification.Result;
import eu.cairn.app.web.Words;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The results of a batch, as table and as JSON.
 *
 * @param results in the order of the batch
 * @param language in which they are told
 */
public record BatchReport(List<Result> results, Locale language) {

    static final String NOT_CHECKED = "not-checked";

    /** The kinds of checks that a credential fails which was true once. */
    private static final Set<Check.Kind> ENDED = Set.of(Check.Kind.STATUS, Check.Kind.VALIDITY);

    private static final Set<Check.Result> PASSING =
            Set.of(Check.Result.PASSED, Check.Result.DOES_NOT_APPLY);

    public BatchReport {
        results = List.copyOf(results);
    }

    /** In English. */
    public BatchReport(List<Result> results) {
        this(results, Locale.ENGLISH);
    }

    /** How many items came out how, in the order in which they are told. */
    Map<String, Long> totals() {
        var totals = new LinkedHashMap<String, Long>();
        for (var outcome : List.of("genuine", "not-genuine", "could-not-finish", NOT_CHECKED)) {
            totals.put(outcome, results.stream().filter(r -> code(r).equals(outcome)).count());
        }
        return totals;
    }

    public long count(String outcome) {
        return totals().getOrDefault(outcome, 0L);
    }

    /** The code of the verdict, or {@code not-checked}. */
    public static String code(Result result) {
        return result.outcome() instanceof Outcome.Checked checked
                ? checked.answer().verdict().code()
                : NOT_CHECKED;
    }

    /** The verdict in words, or why there is none. */
    public String words(Result result) {
        return switch (result.outcome()) {
            case Outcome.Checked checked ->
                    VerdictWords.in(language).headline(checked.answer().verdict());
            case Outcome.NotChecked(var reason) ->
                    PageWords.in(language).text("batch.not-checked")
                            + ": "
                            + Words.of(reason, language);
        };
    }

    /** The code of the finding that decided; blank where nothing stood against it. */
    public static String reason(Result result) {
        return switch (result.outcome()) {
            case Outcome.Checked checked ->
                    switch (checked.answer().verdict()) {
                        case Verdict.Genuine genuine -> "";
                        case Verdict.AllGenuine several -> "";
                        case Verdict.NotGenuine no -> no.reason().code();
                        case Verdict.CouldNotFinish open -> open.reason().code();
                    };
            case Outcome.NotChecked(var reason) -> reason.code();
        };
    }

    /** What is proven of the content; blank where nothing is. */
    public static String title(Result result) {
        return content(result, c -> c.title().authoritative());
    }

    public static String learner(Result result) {
        return content(result, c -> c.learner().map(l -> l.fullName()).orElse(""));
    }

    /** By whom, with both names where the document calls its issuer by another. */
    public String awardedBy(Result result) {
        return result.outcome() instanceof Outcome.Checked checked
                ? content(
                        result,
                        c -> PageWords.in(language).of(AwardedBy.of(checked.answer().verdict(), c)))
                : "";
    }

    /** The first item before that at {@code index} which is the same credential. */
    public Optional<String> sameAs(int index) {
        var id = content(results.get(index), MicroCredential::id);
        return id.isEmpty()
                ? Optional.empty()
                : results.subList(0, index).stream()
                        .filter(before -> content(before, MicroCredential::id).equals(id))
                        .map(Result::name)
                        .findFirst();
    }

    private static String content(Result result, Function<MicroCredential, String> of) {
        return result.outcome() instanceof Outcome.Checked checked
                        && wasGenuine(checked.answer().verdict())
                ? checked.answer().verdict().credential().map(of).orElse("")
                : "";
    }

    /** What was withdrawn or has ended was a true credential once. */
    private static boolean wasGenuine(Verdict verdict) {
        return verdict instanceof Verdict.Genuine
                || (verdict instanceof Verdict.NotGenuine
                        && verdict.checks().stream()
                                .filter(check -> check.kind().decides())
                                .allMatch(
                                        check ->
                                                ENDED.contains(check.kind())
                                                        || PASSING.contains(check.result())));
    }

    /** One row an item. */
    public String csv() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "item", "verdict", "reason", "words", "learner", "title", "awarded_by", "at");
            for (var result : results) {
                csv.writeRecord(
                        cell(result.name()),
                        code(result),
                        reason(result),
                        cell(words(result)),
                        cell(learner(result)),
                        cell(title(result)),
                        cell(awardedBy(result)),
                        at(result));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A table program must not take what a stranger wrote for a formula. */
    private static String cell(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static String at(Result result) {
        return result.outcome() instanceof Outcome.Checked checked
                ? checked.answer().verdict().at().toString()
                : "";
    }

    /** {@code {"totals": {…}, "items": [{"name", "verdict", "report" or "error"}]}}. */
    public String json() {
        var totals =
                totals().entrySet().stream()
                        .map(one -> "    " + quoted(one.getKey()) + ": " + one.getValue())
                        .collect(Collectors.joining(",\n"));
        var items = results.stream().map(this::json).collect(Collectors.joining(",\n"));
        return "{\n  \"totals\": {\n" + totals + "\n  },\n  \"items\": [\n" + items + "\n  ]\n}\n";
    }

    private String json(Result result) {
        var detail =
                switch (result.outcome()) {
                    case Outcome.Checked checked ->
                            "\"report\": "
                                    + VerdictWords.in(language).json(checked.answer()).strip();
                    case Outcome.NotChecked(var reason) ->
                            "\"error\": {\"code\": %s, \"detail\": %s}"
                                    .formatted(
                                            quoted(reason.code()),
                                            quoted(Words.of(reason, language)));
                };
        return "    {\"name\": %s, \"verdict\": %s, %s}"
                .formatted(quoted(result.name()), quoted(code(result)), detail);
    }

    /** A text as an address that holds it, to be downloaded from the page that shows it. */
    public String link(String type, String text) {
        return "data:%s;base64,%s"
                .formatted(
                        type,
                        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String text) {
        return JSON.createValue(text).toString();
    }
}
