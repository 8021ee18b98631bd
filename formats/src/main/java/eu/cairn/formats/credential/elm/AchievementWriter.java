package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what the learner achieved: the claim with its award, assessments, activities and rights.
 */
final class AchievementWriter {

    static final String CATEGORY = "resultCategory";

    private final Nodes nodes;
    private final Organisations organisations;
    private final MicroCredential credential;
    private final JsonObject award;

    AchievementWriter(Nodes nodes, Organisations organisations, MicroCredential credential) {
        this.nodes = nodes;
        this.organisations = organisations;
        this.credential = credential;
        this.award = award();
    }

    JsonObject achievement() {
        var qualification = new QualificationWriter(nodes, organisations, credential);
        var object =
                nodes.node("LearningAchievement")
                        .add("title", Nodes.words(credential.title()))
                        .add("awardedBy", award)
                        .add("specifiedBy", qualification.qualification());
        Nodes.put(object, "description", credential.description().map(nodes::words));
        Nodes.put(
                object,
                "creditReceived",
                credential.workload().flatMap(Workload::credits).map(qualification::credits));
        Nodes.putAll(object, "provenBy", assessments());
        Nodes.putAll(
                object,
                "influencedBy",
                credential.workload().map(Workload::activities).orElse(List.of()).stream()
                        .map(this::activity)
                        .toList());
        Nodes.put(object, "entitlesTo", credential.rights().map(this::entitlement));
        opportunity(object);
        return object.build();
    }

    private JsonObject award() {
        var bodies = new ArrayList<JsonObject>();
        bodies.add(organisations.awardingBody());
        bodies.addAll(organisations.contributors(credential.contributors(), true));
        var object = nodes.node("AwardingProcess");
        Nodes.putAll(object, "awardingBody", bodies);
        credential
                .awardedOn()
                .map(Nodes::startOf)
                .ifPresent(day -> object.add("awardingDate", day));
        return object.build();
    }

    private void opportunity(JsonObjectBuilder object) {
        var providers = organisations.contributors(credential.contributors(), false);
        if (!providers.isEmpty()) {
            var opportunity =
                    nodes.node("LearningOpportunity").add("title", Nodes.words(credential.title()));
            Nodes.putAll(opportunity, "providedBy", providers);
            object.add("learningOpportunity", opportunity);
        }
    }

    private JsonObject activity(ActivityHours activity) {
        return claim("LearningActivity", activity.activity())
                .add("workload", Nodes.duration(activity.hours().minutes()))
                .build();
    }

    private JsonObject entitlement(String rights) {
        return claim("LearningEntitlement", rights).build();
    }

    private JsonObjectBuilder claim(String type, String title) {
        return nodes.node(type).add("title", nodes.words(title)).add("awardedBy", award);
    }

    /**
     * The assessments: a grade belongs to the only one, or to a whole of which the several are
     * parts, each without a result of its own.
     */
    private List<JsonObject> assessments() {
        var all = credential.assessments();
        if (credential.grade().isEmpty()) {
            return all.stream().map(one -> assessment(one, Optional.empty())).toList();
        }
        if (all.size() == 1) {
            return List.of(assessment(all.getFirst(), credential.grade()));
        }
        var grade = credential.grade().get();
        var label =
                JSON.createObjectBuilder().add(Locale.ENGLISH.toLanguageTag(), overall()).build();
        var specification =
                nodes.node("LearningAssessmentSpecification")
                        .add("title", label)
                        .add("gradingScheme", scale(grade));
        var whole =
                nodes.node("LearningAssessment")
                        .add("title", label)
                        .add("awardedBy", award)
                        .add("specifiedBy", specification);
        Nodes.putAll(
                whole,
                "hasPart",
                all.stream().map(one -> assessment(one, Optional.empty())).toList());
        Nodes.putAll(whole, "additionalNote", grade(whole, grade));
        return List.of(whole.build());
    }

    private static String overall() {
        return Mark.OVERALL_RESULT.label();
    }

    /** The English label of the European vocabulary of types of assessment. */
    static String label(AssessmentType type) {
        return switch (type) {
            case ATTENDANCE -> "level of attendance";
            case PROBLEM_BASED -> "problem based learning";
            case ARTEFACT -> "artefact assessment";
            default -> type.code().replace('-', ' ');
        };
    }

    private JsonObject assessment(Assessment assessment, Optional<Grade> grade) {
        var specification =
                nodes.node("LearningAssessmentSpecification")
                        .add("title", nodes.words(assessment.title()));
        assessment
                .type()
                .ifPresent(
                        type -> {
                            specification.add("dcType", Concepts.snb(type.uri(), label(type)));
                        });
        Nodes.put(specification, "gradingScheme", grade.map(this::scale));
        var object = claim("LearningAssessment", assessment.title());
        assessment
                .supervision()
                .ifPresent(
                        supervision -> {
                            object.add("idVerification", idVerification(supervision));
                            Nodes.put(specification, "mode", place(supervision));
                        });
        object.add("specifiedBy", specification);
        var notes = new ArrayList<JsonObject>();
        assessment
                .weightPercent()
                .ifPresent(w -> notes.add(nodes.note(Mark.ASSESSMENT_WEIGHT, w.toString())));
        if (grade.isPresent()) {
            notes.addAll(grade(object, grade.get()));
        } else {
            object.add("grade", notStated());
        }
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    /** The model demands a grade of every assessment; this one says that there is none. */
    private JsonObject notStated() {
        var text = JSON.createObjectBuilder().add(Locale.ENGLISH.toLanguageTag(), "not stated");
        return Nodes.about(Mark.RESULT_NOT_STATED, nodes.node("Note"))
                .add("noteLiteral", text)
                .build();
    }

    /** Adds the result and its distribution; a result that nobody was given goes into a note. */
    private List<JsonObject> grade(JsonObjectBuilder object, Grade grade) {
        object.add("grade", nodes.note(Mark.OVERALL_RESULT, grade.value()));
        var categories = new ArrayList<JsonObject>();
        var ofNobody = new ArrayList<JsonObject>();
        for (int i = 0; i < grade.distribution().size(); i++) {
            var frequency = grade.distribution().get(i);
            if (frequency.learners() > 0) {
                categories.add(
                        nodes.node("ResultCategory", CATEGORY, i + 1)
                                .add("label", frequency.result())
                                .add("count", frequency.learners())
                                .build());
            } else {
                ofNobody.add(
                        Nodes.about(Mark.RESULT_OF_NOBODY, nodes.node("Note", CATEGORY, i + 1))
                                .add("noteLiteral", nodes.words(frequency.result()))
                                .build());
            }
        }
        if (!categories.isEmpty()) {
            var distribution = nodes.node("ResultDistribution");
            Nodes.putAll(distribution, "resultCategory", categories);
            object.add("resultDistribution", distribution);
        }
        return ofNobody;
    }

    private JsonObject scale(Grade grade) {
        return nodes.node("GradingScheme").add("title", nodes.words(grade.scale())).build();
    }

    private static JsonObject idVerification(Supervision supervision) {
        return Concepts.snb(
                supervision.uri(),
                switch (supervision) {
                    case NONE -> "Unsupervised without ID Verification";
                    case NONE_WITH_IDENTITY_CHECK -> "Unsupervised with ID verification";
                    case ONLINE, ONSITE -> "Supervised without ID Verification";
                    case ONLINE_WITH_IDENTITY_CHECK, ONSITE_WITH_IDENTITY_CHECK ->
                            "Supervised with ID Verification";
                });
    }

    /** Where the supervised were, which the vocabulary of supervision does not tell. */
    private static Optional<JsonObject> place(Supervision supervision) {
        return switch (supervision) {
            case NONE, NONE_WITH_IDENTITY_CHECK -> Optional.empty();
            case ONLINE, ONLINE_WITH_IDENTITY_CHECK ->
                    Optional.of(QualificationWriter.mode(FormOfParticipation.ONLINE));
            case ONSITE, ONSITE_WITH_IDENTITY_CHECK ->
                    Optional.of(QualificationWriter.mode(FormOfParticipation.ONSITE));
        };
    }
}
