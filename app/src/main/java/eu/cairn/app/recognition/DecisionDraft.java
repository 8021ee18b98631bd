package eu.cairn.app.recognition;

import eu.cairn.app.account.Organisation;
import eu.cairn.recognition.ElementFinding;
import eu.cairn.recognition.RecognisedUnitTarget;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.recognition.RecognitionElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision in the making, as it was typed.
 *
 * @param differences element to code of how far the credential differs
 * @param texts element to what the finding rests on
 * @param outcome code of the outcome
 */
public record DecisionDraft(
        Map<String, String> differences,
        Map<String, String> texts,
        String outcome,
        String credits,
        String reasons,
        String appeal) {

    private static final int LONGEST = 10_000;

    public DecisionDraft {
        differences = Map.copyOf(differences);
        texts = Map.copyOf(texts);
    }

    /** Nothing found yet; the credits of the unit and the usual words on appeal to begin with. */
    static DecisionDraft empty(RecognisedUnitTarget target, Organisation organisation) {
        return new DecisionDraft(
                Map.of(), Map.of(), "", target.credits().toString(), "", appeal(organisation));
    }

    private static String appeal(Organisation organisation) {
        return """
               You may appeal within 30 days of receiving this decision, in writing, to the \
               appeals committee of %s, %s (%s). State the number of the application and why you \
               disagree. The appeal costs nothing."""
                .formatted(organisation.name(), organisation.place(), organisation.url());
    }

    /** What was sent: {@code difference.level}, {@code text.level}, …, {@code outcome}, …. */
    static DecisionDraft of(Map<String, String> fields) {
        var differences = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        for (var element : RecognitionElement.values()) {
            differences.put(element.code(), field(fields, "difference." + element.code()));
            texts.put(element.code(), field(fields, "text." + element.code()));
        }
        return new DecisionDraft(
                differences,
                texts,
                field(fields, "outcome"),
                field(fields, "credits"),
                field(fields, "reasons"),
                field(fields, "appeal"));
    }

    private static String field(Map<String, String> fields, String name) {
        var value = fields.getOrDefault(name, "");
        return value.substring(0, Math.min(LONGEST, value.length()));
    }

    public String difference(RecognitionElement element) {
        return differences.getOrDefault(element.code(), "");
    }

    public String text(RecognitionElement element) {
        return texts.getOrDefault(element.code(), "");
    }

    RecognitionDecision.Proposal proposal() {
        return new RecognitionDecision.Proposal(
                findings(), RecognitionDecision.Outcome.ofCode(outcome), credits, reasons, appeal);
    }

    private List<ElementFinding> findings() {
        return Arrays.stream(RecognitionElement.values())
                .map(this::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ElementFinding> finding(RecognitionElement element) {
        return ElementFinding.Difference.ofCode(difference(element))
                .map(found -> new ElementFinding(element, found, text(element).strip()));
    }
}
