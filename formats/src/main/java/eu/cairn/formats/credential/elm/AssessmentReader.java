package eu.cairn.formats.credential.elm;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.credential.Members;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what an achievement was proven by: the parts of an assessment, or itself where it has none.
 *
 * @param proofs the assessments that the achievement names
 */
record AssessmentReader(List<JsonObject> proofs) {

    /** Parts within parts are not looked for beyond this depth. */
    private static final int MAX_DEPTH = 5;

    List<Assessment> assessments() {
        return proofs.stream()
                .flatMap(proof -> leaves(proof, MAX_DEPTH))
                .map(AssessmentReader::assessment)
                .toList();
    }

    private static Stream<JsonObject> leaves(JsonObject assessment, int depth) {
        var parts = Members.objects(assessment, "hasPart");
        return parts.isEmpty() || depth == 0
                ? Stream.of(assessment)
                : parts.stream().flatMap(part -> leaves(part, depth - 1));
    }

    private static Assessment assessment(JsonObject object) {
        var specification = specification(object);
        return new Assessment(
                Read.words(object, "title").orElse(""),
                Read.concepts(specification, "dcType").stream()
                        .flatMap(uri -> AssessmentType.ofUri(uri).stream())
                        .findFirst(),
                Read.marked(object, Mark.ASSESSMENT_WEIGHT)
                        .filter(weight -> weight.matches("\\d{1,3}"))
                        .map(Integer::valueOf),
                Read.concept(object, "idVerification")
                        .flatMap(uri -> supervision(uri, place(specification))));
    }

    private static JsonObject specification(JsonObject assessment) {
        return Members.object(assessment, "specifiedBy").orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static Optional<FormOfParticipation> place(JsonObject specification) {
        return Read.concept(specification, "mode").flatMap(FormOfParticipation::ofUri);
    }

    /** The supervised were online or on site; where it is not said, none is the supervision. */
    private static Optional<Supervision> supervision(
            String uri, Optional<FormOfParticipation> place) {
        var possible =
                Stream.of(Supervision.values()).filter(one -> one.uri().equals(uri)).toList();
        if (possible.size() < 2) {
            return possible.stream().findFirst();
        }
        return place.flatMap(
                form ->
                        switch (form) {
                            case ONLINE ->
                                    possible.stream().filter(AssessmentReader::online).findFirst();
                            case ONSITE ->
                                    possible.stream().filter(one -> !online(one)).findFirst();
                            case BLENDED -> Optional.empty();
                        });
    }

    private static boolean online(Supervision supervision) {
        return switch (supervision) {
            case ONLINE, ONLINE_WITH_IDENTITY_CHECK -> true;
            case NONE, NONE_WITH_IDENTITY_CHECK, ONSITE, ONSITE_WITH_IDENTITY_CHECK -> false;
        };
    }

    /** The grade of the only assessment; several that are no parts of a whole have none in all. */
    Optional<Grade> grade() {
        if (proofs.size() != 1) {
            return Optional.empty();
        }
        var proof = proofs.getFirst();
        return Members.object(proof, "grade")
                .filter(note -> !Read.subject(note).equals(Optional.of(Mark.RESULT_NOT_STATED)))
                .flatMap(note -> Read.words(note, "noteLiteral"))
                .map(value -> new Grade(value, scale(proof), distribution(proof)));
    }

    private static String scale(JsonObject proof) {
        return Members.object(specification(proof), "gradingScheme")
                .flatMap(scheme -> Read.words(scheme, "title"))
                .orElse("");
    }

    private static List<Grade.Frequency> distribution(JsonObject proof) {
        var given =
                Members.object(proof, "resultDistribution").stream()
                        .flatMap(of -> Members.objects(of, "resultCategory").stream());
        return Stream.concat(given, Read.notes(proof, Mark.RESULT_OF_NOBODY).stream())
                .sorted(
                        Comparator.comparingInt(
                                node -> Read.place(node, AchievementWriter.CATEGORY)))
                .flatMap(node -> frequency(node).stream())
                .toList();
    }

    /** How often a result was given: to nobody where a note states it. */
    private static Optional<Grade.Frequency> frequency(JsonObject node) {
        var label = Members.text(node, "label");
        if (label.isEmpty()) {
            return Read.words(node, "noteLiteral").map(result -> new Grade.Frequency(result, 0));
        }
        return node.get("count") instanceof JsonNumber count && count.toString().matches("\\d{1,9}")
                ? Optional.of(new Grade.Frequency(label.get(), count.intValue()))
                : Optional.empty();
    }
}
