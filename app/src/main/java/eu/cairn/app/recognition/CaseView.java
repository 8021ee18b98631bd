package eu.cairn.app.recognition;

import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Refusal;
import eu.cairn.recognition.RecognitionElement;
import eu.cairn.verification.Verdict;
import java.util.Arrays;
import java.util.List;

/** What an officer's page of one application shows. */
public record CaseView(
        CaseFile file,
        RecognitionFile elements,
        DecisionDraft draft,
        DecisionClock clock,
        List<Refusal> refusals) {

    public CaseView {
        refusals = refusals.stream().map(CaseView::readable).toList();
    }

    public List<String> faults(String place) {
        return refusals.stream().filter(r -> r.place().equals(place)).map(Words::of).toList();
    }

    public List<String> faults(RecognitionElement element) {
        return faults("elements." + element.code());
    }

    public boolean decided() {
        return file.decision().isPresent();
    }

    /** What verification says of the credential now. */
    public String state() {
        return switch (file.holding().state()) {
            case GENUINE -> "credential genuine";
            case REVOKED -> "credential revoked";
            case SUSPENDED -> "credential suspended";
            case EXPIRED -> "credential expired";
            case NOT_GENUINE -> "credential not genuine";
            case NOT_FINISHED, BEING_SIGNED -> "credential could not be checked";
        };
    }

    public String shape() {
        return switch (file.holding().state()) {
            case GENUINE -> "met";
            case REVOKED, SUSPENDED, EXPIRED, NOT_GENUINE -> "no";
            case NOT_FINISHED, BEING_SIGNED -> "ask";
        };
    }

    public String checkedAt() {
        return file.holding()
                .verdict()
                .map(Verdict::at)
                .map(at -> "checked " + Labels.of(at, file.rulebook().organisation().zone()))
                .orElse("not checked");
    }

    /** An element is named in words, and not by its code. */
    private static Refusal readable(Refusal refusal) {
        return Arrays.stream(RecognitionElement.values())
                .filter(element -> refusal.place().equals("elements." + element.code()))
                .findFirst()
                .map(
                        element ->
                                Refusal.of(
                                        refusal.code(),
                                        refusal.place(),
                                        RecognitionWords.of(element)))
                .orElse(refusal);
    }
}
