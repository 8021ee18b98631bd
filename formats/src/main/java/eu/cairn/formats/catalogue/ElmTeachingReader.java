package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.elm.Mark;
import eu.cairn.formats.credential.elm.Read;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a course of the European Learning Model is taught and assessed. */
final class ElmTeachingReader {

    private final JsonObject specification;
    private final List<JsonObject> proofs;

    ElmTeachingReader(JsonObject specification) {
        this.specification = specification;
        this.proofs = Members.objects(specification, "provenBy");
    }

    List<CourseDraft.Activity> activities() {
        return Members.objects(specification, "influencedBy").stream()
                .map(ElmTeachingReader::activity)
                .toList();
    }

    private static CourseDraft.Activity activity(JsonObject node) {
        return new CourseDraft.Activity(
                Read.words(node, "title").orElse(""),
                Read.hours(node, "volumeOfLearning").map(String::valueOf).orElse(""),
                served(node),
                Read.marked(node, Mark.ACTIVITY_TYPE).orElse(""),
                "",
                "",
                Read.marked(node, Mark.ACTIVITY_KIND).orElse(""),
                mode(node),
                Read.marked(node, Mark.ACTIVITY_TEACHERS).orElse(""),
                resources(node));
    }

    /**
     * As Cairn marks it; of what is online elsewhere, nobody says whether all are there at once.
     */
    private static String mode(JsonObject node) {
        return Read.marked(node, Mark.ACTIVITY_MODE)
                .or(
                        () ->
                                Read.concept(node, "mode")
                                        .flatMap(FormOfParticipation::ofUri)
                                        .map(FormOfParticipation::code)
                                        .filter(code -> ActivityMode.ofCode(code).isPresent()))
                .orElse("");
    }

    private static List<String> resources(JsonObject node) {
        var marked =
                Read.notes(node, Mark.ACTIVITY_RESOURCE).stream()
                        .flatMap(note -> Read.words(note, "noteLiteral").stream())
                        .toList();
        return marked.isEmpty()
                ? Members.objects(node, "supplementaryDocument").stream()
                        .flatMap(page -> Members.text(page, "contentURL").stream())
                        .toList()
                : marked;
    }

    private static List<Integer> served(JsonObject node) {
        return Read.marked(node, Mark.OUTCOMES_SERVED).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(code -> code.matches("LO[1-9]\\d{0,2}"))
                .map(code -> Integer.valueOf(code.substring(2)))
                .toList();
    }

    /** Parts of a whole, or each assessment by itself. */
    List<CourseDraft.Task> tasks() {
        return proofs.stream()
                .flatMap(
                        proof -> {
                            var parts = Members.objects(proof, "hasPart");
                            return parts.isEmpty() ? Stream.of(proof) : parts.stream();
                        })
                .map(ElmTeachingReader::task)
                .toList();
    }

    private static CourseDraft.Task task(JsonObject node) {
        return new CourseDraft.Task(
                Read.words(node, "title").orElse(""),
                Read.concepts(node, "dcType").stream()
                        .flatMap(uri -> AssessmentType.ofUri(uri).stream())
                        .findFirst()
                        .map(AssessmentType::code)
                        .orElse(""),
                Read.marked(node, Mark.ASSESSMENT_WEIGHT).orElse(""),
                Read.marked(node, Mark.ASSESSMENT_HOURS).orElse(""),
                Read.marked(node, Mark.SUPERVISION).orElse(""),
                served(node),
                Read.marked(node, Mark.MUST_PASS).isPresent(),
                Read.marked(node, Mark.TASK_GROUP).orElse(""));
    }

    List<DraftPlan.Alternative> alternatives() {
        return proofs.stream()
                .flatMap(proof -> Read.notes(proof, Mark.TASKS_TAKEN).stream())
                .flatMap(note -> Read.words(note, "noteLiteral").stream())
                .map(text -> text.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new DraftPlan.Alternative(parts[0], parts[1]))
                .toList();
    }

    String passMark() {
        return proofs.stream()
                .flatMap(proof -> Read.marked(proof, Mark.PASS_MARK).stream())
                .findFirst()
                .orElse("");
    }

    Optional<String> gradingScale() {
        return proofs.stream()
                .flatMap(proof -> Members.object(proof, "gradingScheme").stream())
                .flatMap(scheme -> Read.words(scheme, "title").stream())
                .findFirst();
    }
}
