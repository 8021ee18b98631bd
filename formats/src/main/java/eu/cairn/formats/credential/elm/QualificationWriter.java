package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.SkillLink;
import eu.cairn.credential.Stackability.LargerQualification;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Iri;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what was learnt, apart from who learnt it: the Qualification that specifies it. */
final class QualificationWriter {

    private static final String PROGRAMME_QUALITY = "820101cba6";

    private final Nodes nodes;
    private final Organisations organisations;
    private final MicroCredential credential;
    private final List<JsonObject> notes = new ArrayList<>();
    private final Skills skills;

    QualificationWriter(Nodes nodes, Organisations organisations, MicroCredential credential) {
        this.nodes = nodes;
        this.skills = new Skills(nodes);
        this.organisations = organisations;
        this.credential = credential;
    }

    JsonObject qualification() {
        var object =
                nodes.node("Qualification")
                        .add("title", Nodes.words(credential.title()))
                        .add("dcType", ElmTerms.shortProgramme());
        credential.course().ifPresent(course -> course(object, course));
        credential.workload().ifPresent(workload -> workload(object, workload));
        credential.level().ifPresent(level -> level(object, level));
        Nodes.putAll(
                object,
                "learningOutcome",
                credential.outcomes().stream()
                        .map(outcome -> skills.outcome(outcome).build())
                        .toList());
        Nodes.put(object, "mode", credential.participation().map(QualificationWriter::mode));
        Nodes.put(object, "thematicArea", credential.field().map(Concepts::field));
        Nodes.put(object, "language", credential.languageOfInstruction().map(Concepts::language));
        Nodes.put(object, "entryRequirement", credential.prerequisites().map(nodes::note));
        Nodes.putAll(
                object,
                "accreditation",
                credential.qualityAssurance().stream()
                        .map(quality -> accreditation(nodes, organisations, quality))
                        .toList());
        stackability(object);
        credential
                .reviewOn()
                .ifPresent(day -> notes.add(nodes.note(Mark.REVIEW_ON, day.toString())));
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    private void course(JsonObjectBuilder object, CourseReference course) {
        object.add("homepage", nodes.page(course.url()));
        var identifiers = new ArrayList<JsonObject>();
        course.code().ifPresent(c -> identifiers.add(nodes.identifier(Mark.COURSE_CODE, c)));
        course.version().ifPresent(v -> identifiers.add(nodes.identifier(Mark.COURSE_VERSION, v)));
        Nodes.putAll(object, "identifier", identifiers);
    }

    private void workload(JsonObjectBuilder object, Workload workload) {
        Nodes.put(object, "creditPoint", workload.credits().map(this::credits));
        workload.hours()
                .map(LearningHours::minutes)
                .map(Nodes::duration)
                .ifPresent(time -> object.add("volumeOfLearning", time));
    }

    JsonObject credits(Ects credits) {
        return ElmTerms.credits(nodes, credits);
    }

    private void level(JsonObjectBuilder object, Level level) {
        Nodes.put(object, "eqfLevel", level.eqf().map(Concepts::eqf));
        Nodes.put(object, "educationLevel", level.cycle().map(Concepts::cycle));
        level.national()
                .ifPresent(
                        national -> {
                            notes.add(nodes.note(Mark.NATIONAL_FRAMEWORK, national.framework()));
                            notes.add(nodes.note(Mark.NATIONAL_LEVEL, national.level()));
                        });
        level.referencedOn()
                .ifPresent(day -> notes.add(nodes.note(Mark.LEVELS_REFERENCED_ON, day.toString())));
    }

    /** Writes outcomes with their skills; what a skill is called first stays its label. */
    static final class Skills {

        private final Nodes nodes;
        private final Map<String, String> labels = new HashMap<>();

        Skills(Nodes nodes) {
            this.nodes = nodes;
        }

        JsonObjectBuilder outcome(LearningOutcome outcome) {
            var object =
                    nodes.node("LearningOutcome")
                            .add("title", Nodes.words(outcome.text()))
                            .add("identifier", nodes.identifier(outcome.code()));
            var skills = outcome.skills().stream().map(this::skill).toList();
            Nodes.putAll(object, "relatedSkill", skills);
            Nodes.putAll(
                    object,
                    "relatedESCOSkill",
                    skills.stream()
                            .filter(skill -> skill.getString("id").startsWith(Concepts.ESCO_SKILL))
                            .toList());
            return object;
        }

        /** A concept has one label; a skill that is called otherwise keeps its own node. */
        private JsonObject skill(SkillLink skill) {
            var uri = skill.uri();
            var own =
                    Iri.isAbsolute(uri)
                            && !uri.startsWith(Nodes.LOCAL)
                            && labels.computeIfAbsent(uri, u -> skill.label())
                                    .equals(skill.label());
            if (own && uri.startsWith(Concepts.ESCO_SKILL)) {
                return Concepts.escoSkill(uri, skill.label());
            }
            var concept =
                    own
                            ? JSON.createObjectBuilder().add("id", uri).add("type", "Concept")
                            : nodes.node("Concept").add("notation", uri);
            return concept.add("prefLabel", JSON.createObjectBuilder().add("en", skill.label()))
                    .build();
        }
    }

    static JsonObject mode(FormOfParticipation form) {
        return Concepts.snb(
                form.uri(),
                switch (form) {
                    case ONLINE -> "Online";
                    case ONSITE -> "Presential";
                    case BLENDED -> "Blended";
                });
    }

    static JsonObject accreditation(
            Nodes nodes, Organisations organisations, QualityAssurance quality) {
        var kind = quality.kind().code();
        var object =
                nodes.node("Accreditation")
                        .add(
                                "dcType",
                                Concepts.snb(
                                        "accreditation",
                                        PROGRAMME_QUALITY,
                                        "Program Quality Assurance"))
                        .add(
                                "title",
                                JSON.createObjectBuilder()
                                        .add("en", "Quality assurance (" + kind + ")"))
                        .add("accreditingAgent", organisations.named(quality.decidedBy()));
        Nodes.put(object, "identifier", quality.decision().map(nodes::identifier));
        quality.decidedOn().map(Nodes::startOf).ifPresent(day -> object.add("dateIssued", day));
        quality.validUntil().map(Nodes::endOf).ifPresent(day -> object.add("expiryDate", day));
        var said = new ArrayList<JsonObject>();
        said.add(nodes.note(Mark.QUALITY_ASSURANCE_KIND, kind));
        quality.standards().ifPresent(s -> said.add(nodes.note(Mark.QUALITY_STANDARDS, s)));
        Nodes.putAll(object, "additionalNote", said);
        return object.build();
    }

    private void stackability(JsonObjectBuilder object) {
        credential
                .stackability()
                .ifPresent(
                        stackability -> {
                            var status = stackability.status();
                            object.add(
                                    "isPartialQualification",
                                    status == FormalStatus.PART_OF_PROGRAMME
                                            || !stackability.partOf().isEmpty());
                            notes.add(nodes.note(Mark.FORMAL_STATUS, status.code()));
                            stackability
                                    .statement()
                                    .ifPresent(s -> notes.add(nodes.note(Mark.STACKABILITY, s)));
                            Nodes.putAll(
                                    object,
                                    "isPartOf",
                                    stackability.partOf().stream().map(this::larger).toList());
                        });
    }

    private JsonObject larger(LargerQualification larger) {
        var object = nodes.node("Qualification").add("title", nodes.words(larger.title()));
        Nodes.put(object, "identifier", larger.uri().map(nodes::identifier));
        return object.build();
    }
}
