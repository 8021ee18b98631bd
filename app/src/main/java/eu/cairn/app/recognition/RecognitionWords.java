package eu.cairn.app.recognition;

import eu.cairn.app.web.Option;
import eu.cairn.recognition.ElementFinding;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.recognition.RecognitionElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The field's own words for what recognition compares and decides. */
public final class RecognitionWords {

    private RecognitionWords() {}

    public static String of(RecognitionElement element) {
        return switch (element) {
            case LEVEL -> "Level";
            case WORKLOAD -> "Workload";
            case QUALITY -> "Quality";
            case PROFILE -> "Profile";
            case LEARNING_OUTCOMES -> "Learning outcomes";
        };
    }

    public static String of(ElementFinding.Difference difference) {
        return switch (difference) {
            case NONE -> "No difference";
            case NOT_SUBSTANTIAL -> "Not substantial";
            case SUBSTANTIAL -> "Substantial difference";
        };
    }

    /** The words for a difference by its code; none for none. */
    public static String difference(String code) {
        return ElementFinding.Difference.ofCode(code).map(RecognitionWords::of).orElse("");
    }

    /** What an officer chooses. */
    public static String of(RecognitionDecision.Outcome outcome) {
        return switch (outcome) {
            case FULL -> "Recognise in full";
            case ALTERNATIVE -> "Offer an alternative";
            case PARTIAL -> "Recognise in part";
            case CONDITIONAL -> "Recognise under a condition";
            case REFUSED -> "Do not recognise";
        };
    }

    /** How an application stands, for the applicant. */
    public static String state(Optional<DecisionDocument> decision) {
        return decision.map(
                        made ->
                                switch (made.outcome()) {
                                    case FULL -> "Recognised in full";
                                    case ALTERNATIVE -> "Alternative offered";
                                    case PARTIAL -> "Recognised in part";
                                    case CONDITIONAL -> "Recognised under a condition";
                                    case REFUSED -> "Not recognised";
                                })
                .orElse("Being decided");
    }

    /** The shape that stands for it, of those that every page carries. */
    public static String shape(Optional<DecisionDocument> decision) {
        return decision.map(
                        made ->
                                switch (made.outcome()) {
                                    case FULL -> "met";
                                    case ALTERNATIVE, PARTIAL, CONDITIONAL -> "part";
                                    case REFUSED -> "no";
                                })
                .orElse("open");
    }

    public static List<Option> differences() {
        return Arrays.stream(ElementFinding.Difference.values())
                .map(difference -> new Option(difference.code(), of(difference)))
                .toList();
    }
}
