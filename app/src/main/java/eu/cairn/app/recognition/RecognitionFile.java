package eu.cairn.app.recognition;

import eu.cairn.app.web.Labels;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.Ects;
import eu.cairn.framework.MultilingualText;
import eu.cairn.recognition.RecognisedUnitTarget;
import eu.cairn.recognition.RecognitionElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The five elements of a credential beside those of the unit that it is compared with, filled from
 * both, so that an officer starts from facts (European Area of Recognition manual).
 *
 * @param outcomes what the credential certifies
 * @param targetOutcomes what the unit leads to
 */
public record RecognitionFile(
        List<Compared> elements, List<MultilingualText> outcomes, List<String> targetOutcomes) {

    private static final String NOT_STATED = "Not stated";

    /**
     * One element on both sides.
     *
     * @param observation what a machine can say of the two; it decides nothing, and may be empty
     */
    public record Compared(
            RecognitionElement element, String credential, String target, String observation) {}

    public RecognitionFile {
        elements = List.copyOf(elements);
        outcomes = List.copyOf(outcomes);
        targetOutcomes = List.copyOf(targetOutcomes);
    }

    /** The file of a credential; one that cannot be read states nothing. */
    static RecognitionFile of(Optional<MicroCredential> content, RecognisedUnitTarget target) {
        return new RecognitionFile(
                Arrays.stream(RecognitionElement.values())
                        .map(
                                element ->
                                        new Compared(
                                                element,
                                                content.map(it -> stated(element, it))
                                                        .filter(it -> !it.isBlank())
                                                        .orElse(NOT_STATED),
                                                asked(element, target),
                                                content.map(it -> observed(element, it, target))
                                                        .orElse("")))
                        .toList(),
                content.stream()
                        .flatMap(it -> it.outcomes().stream())
                        .map(outcome -> outcome.text())
                        .toList(),
                target.outcomes());
    }

    private static String stated(RecognitionElement element, MicroCredential content) {
        return switch (element) {
            case LEVEL -> content.level().map(Labels::of).orElse("");
            case WORKLOAD -> workload(content);
            case QUALITY ->
                    content.qualityAssurance().stream()
                            .map(RecognitionFile::quality)
                            .collect(Collectors.joining("; "));
            case PROFILE -> profile(content);
            case LEARNING_OUTCOMES -> count(content.outcomes().size());
        };
    }

    private static String asked(RecognitionElement element, RecognisedUnitTarget target) {
        var words =
                switch (element) {
                    case LEVEL -> target.level().map(eqf -> "EQF " + eqf.level()).orElse("");
                    case WORKLOAD -> target.credits() + " ECTS";
                    case QUALITY -> target.quality();
                    case PROFILE -> target.profile();
                    case LEARNING_OUTCOMES ->
                            target.outcomes().isEmpty() ? "" : count(target.outcomes().size());
                };
        return words.isBlank() ? NOT_STATED : words;
    }

    private static String observed(
            RecognitionElement element, MicroCredential content, RecognisedUnitTarget target) {
        return switch (element) {
            case LEVEL -> levels(content, target);
            case WORKLOAD -> credits(content).map(it -> volumes(it, target.credits())).orElse("");
            case QUALITY, PROFILE, LEARNING_OUTCOMES -> "";
        };
    }

    private static String levels(MicroCredential content, RecognisedUnitTarget target) {
        var held = content.level().flatMap(Level::eqf);
        if (held.isEmpty() || target.level().isEmpty()) {
            return "";
        }
        int difference = held.get().compareTo(target.level().get());
        return difference == 0
                ? "The same EQF level"
                : difference > 0 ? "A higher EQF level" : "A lower EQF level";
    }

    private static String volumes(Ects held, Ects asked) {
        if (held.equals(asked)) {
            return "The same volume";
        }
        if (held.compareTo(asked) > 0) {
            return held.minusAtMost(asked) + " ECTS more";
        }
        var less = asked.minusAtMost(held);
        return "%s ECTS less, %d %%"
                .formatted(less, Math.round(100.0 * less.hundredths() / asked.hundredths()));
    }

    private static Optional<Ects> credits(MicroCredential content) {
        return content.workload().flatMap(workload -> workload.credits());
    }

    private static String workload(MicroCredential content) {
        var parts = new ArrayList<String>();
        credits(content).ifPresent(credits -> parts.add(credits + " ECTS"));
        content.workload()
                .flatMap(workload -> workload.hours())
                .ifPresent(hours -> parts.add(hours + " h"));
        return String.join(", ", parts);
    }

    private static String quality(QualityAssurance assured) {
        return switch (assured.kind()) {
                    case INTERNAL -> "Internal procedure of ";
                    case EXTERNAL -> "External decision of ";
                }
                + assured.decidedBy()
                + assured.decidedOn().map(day -> ", decided on " + Labels.of(day)).orElse("")
                + assured.validUntil().map(day -> ", valid to " + Labels.of(day)).orElse("")
                + assured.standards().map(it -> ", follows " + it).orElse("");
    }

    private static String profile(MicroCredential content) {
        var parts = new ArrayList<String>();
        content.field()
                .ifPresent(it -> parts.add("%s (ISCED-F %s)".formatted(it.label(), it.code())));
        content.stackability().ifPresent(it -> parts.add(Labels.of(it.status())));
        content.participation().ifPresent(it -> parts.add(Labels.of(it)));
        content.assessments().stream()
                .flatMap(it -> it.type().stream())
                .map(Labels::of)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(types -> parts.add("assessed by " + types.toLowerCase(Locale.ENGLISH)));
        return String.join("; ", parts);
    }

    private static String count(int outcomes) {
        return outcomes + (outcomes == 1 ? " outcome" : " outcomes");
    }
}
