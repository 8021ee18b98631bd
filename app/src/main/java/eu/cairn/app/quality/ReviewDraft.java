package eu.cairn.app.quality;

import eu.cairn.quality.Finding;
import eu.cairn.quality.QualityDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A review in the making, as it was typed.
 *
 * @param results criterion to code of its finding
 * @param texts criterion to what the finding rests on
 * @param outcome code of the outcome
 * @param years how long an approval is to hold, a number
 */
public record ReviewDraft(
        Map<String, String> results,
        Map<String, String> texts,
        String outcome,
        String reasons,
        String years) {

    public ReviewDraft {
        results = Map.copyOf(results);
        texts = Map.copyOf(texts);
    }

    public static ReviewDraft empty() {
        return new ReviewDraft(Map.of(), Map.of(), "", "", "3");
    }

    static ReviewDraft of(Map<String, String> fields) {
        var results = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        fields.forEach(
                (name, value) -> {
                    if (name.startsWith("result.")) {
                        results.put(name.substring(7), value);
                    } else if (name.startsWith("text.")) {
                        texts.put(name.substring(5), value);
                    }
                });
        return new ReviewDraft(
                results,
                texts,
                fields.getOrDefault("outcome", ""),
                fields.getOrDefault("reasons", ""),
                fields.getOrDefault("years", ""));
    }

    public String result(String criterion) {
        return results.getOrDefault(criterion, "");
    }

    public String text(String criterion) {
        return texts.getOrDefault(criterion, "");
    }

    QualityDecision.Proposal proposal() {
        return new QualityDecision.Proposal(
                findings(),
                QualityDecision.Outcome.ofCode(outcome),
                reasons,
                years.strip().matches("\\d{1,2}") ? Integer.parseInt(years.strip()) : 0);
    }

    private List<Finding> findings() {
        return results.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> finding(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<Finding> finding(String criterion, String result) {
        return Finding.Result.ofCode(result)
                .map(found -> new Finding(criterion, found, text(criterion).strip()));
    }
}
