package eu.cairn.formats.catalogue;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.catalogue.OutcomeKind;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.credential.elm.Concepts;
import eu.cairn.formats.credential.elm.ElmTerms;
import eu.cairn.formats.credential.elm.Mark;
import eu.cairn.formats.credential.elm.Nodes;
import eu.cairn.formats.credential.elm.Organisations;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one course as a LearningOpportunity of the European Learning Model. */
final class ElmCourseWriter {

    private final CourseSpecification course;
    private final CourseDesign design;
    private final Nodes nodes;
    private final Organisations organisations;
    private final ElmTerms.Outcomes outcomes;

    /**
     * @param space what tells the nodes of this course from those of others in the same document
     */
    ElmCourseWriter(CourseSpecification course, String space) {
        this.course = course;
        this.design = course.design();
        this.nodes = new Nodes(design.language(), space);
        this.outcomes = new ElmTerms.Outcomes(nodes);
        this.organisations =
                new Organisations(new Nodes(course.language(), space + "i:"), course.institution());
    }

    JsonObject opportunity() {
        var object =
                JSON.createObjectBuilder()
                        .add("id", course.address())
                        .add("type", "LearningOpportunity")
                        .add("title", Nodes.words(design.title()))
                        .add("dcType", ElmTerms.shortProgramme())
                        .add("homepage", nodes.page(course.address()))
                        .add("defaultLanguage", Concepts.language(design.language()))
                        .add("mode", ElmTerms.mode(design.participation()));
        Nodes.put(object, "description", design.terms().description().map(nodes::words));
        design.firstRun()
                .ifPresent(
                        run ->
                                object.add(
                                        "temporal",
                                        nodes.node("PeriodOfTime")
                                                .add("startDate", Nodes.startOf(run.from()))
                                                .add("endDate", Nodes.endOf(run.to()))));
        Nodes.put(object, "supplementaryDocument", design.publishedSource().map(nodes::page));
        var providers = new ArrayList<JsonObject>();
        providers.add(organisations.awardingBody());
        providers.addAll(partners());
        Nodes.putAll(object, "providedBy", providers);
        return object.add("status", course.state().code())
                .add("learningAchievementSpecification", qualification())
                .build();
    }

    private List<JsonObject> partners() {
        var partners =
                design.terms().partners().stream().map(ElmCourseWriter::contributor).toList();
        var written = new ArrayList<>(organisations.contributors(partners, true));
        written.addAll(organisations.contributors(partners, false));
        return written;
    }

    private static Contributor contributor(CredentialTerms.Partner partner) {
        return new Contributor(
                partner.legalName(), partner.role(), Optional.empty(), partner.country());
    }

    private JsonObject qualification() {
        var object =
                nodes.node("Qualification")
                        .add("title", Nodes.words(design.title()))
                        .add("dcType", ElmTerms.shortProgramme())
                        .add(
                                "identifier",
                                JSON.createArrayBuilder()
                                        .add(nodes.identifier(Mark.COURSE_CODE, design.code()))
                                        .add(
                                                nodes.identifier(
                                                        Mark.COURSE_VERSION,
                                                        String.valueOf(course.number()))))
                        .add("creditPoint", ElmTerms.credits(nodes, design.credits()))
                        .add("volumeOfLearning", Nodes.duration(design.hours().minutes()))
                        .add("mode", ElmTerms.mode(design.participation()))
                        .add("thematicArea", Concepts.field(design.field()))
                        .add("language", Concepts.language(design.language()))
                        .add("isPartialQualification", isPart());
        level(object, design.level());
        Nodes.put(object, "entryRequirement", design.prerequisites().map(nodes::note));
        Nodes.putAll(
                object, "learningOutcome", design.outcomes().stream().map(this::outcome).toList());
        Nodes.putAll(
                object, "influencedBy", design.activities().stream().map(this::activity).toList());
        object.add("provenBy", assessment());
        Nodes.put(object, "accreditation", course.approval().map(this::accreditation));
        Nodes.putAll(object, "additionalNote", notes());
        return object.build();
    }

    private boolean isPart() {
        return design.formalStatus() == FormalStatus.PART_OF_PROGRAMME;
    }

    private void level(JsonObjectBuilder object, Level level) {
        Nodes.put(object, "eqfLevel", level.eqf().map(Concepts::eqf));
        Nodes.put(object, "educationLevel", level.cycle().map(Concepts::cycle));
        level.national()
                .ifPresent(
                        claim ->
                                object.add(
                                        "nqfLevel",
                                        JSON.createObjectBuilder(
                                                        Concepts.own(
                                                                Mark.NATIONAL_LEVEL.uri(),
                                                                claim.framework()
                                                                        + ", "
                                                                        + claim.level()))
                                                .add("notation", claim.level())));
    }

    private List<JsonObject> notes() {
        var notes = new ArrayList<JsonObject>();
        notes.add(nodes.note(Mark.FORMAL_STATUS, design.formalStatus().code()));
        notes.add(nodes.note(Mark.NEED, design.need()));
        note(notes, Mark.STACKABILITY, design.stackability());
        note(notes, Mark.RIGHTS, design.terms().rights());
        var ageing = design.terms().ageing();
        note(
                notes,
                Mark.VALID_MONTHS,
                ageing.flatMap(CredentialTerms.Ageing::validMonths).map(String::valueOf));
        note(
                notes,
                Mark.REVIEW_MONTHS,
                ageing.flatMap(CredentialTerms.Ageing::reviewMonths).map(String::valueOf));
        note(notes, Mark.AGEING_REASON, ageing.map(CredentialTerms.Ageing::reason));
        return notes;
    }

    private void note(List<JsonObject> notes, Mark mark, Optional<String> text) {
        text.ifPresent(words -> notes.add(nodes.note(mark, words)));
    }

    private JsonObject outcome(LearningOutcome outcome) {
        var object = outcomes.outcome(outcome);
        var notes = new ArrayList<JsonObject>();
        design.aims().stream()
                .filter(aim -> aim.outcome().equals(outcome.code()))
                .forEach(
                        aim -> {
                            note(notes, Mark.TAXONOMY_LEVEL, aim.level().map(l -> l.code()));
                            note(notes, Mark.OUTCOME_KIND, aim.kind().map(OutcomeKind::code));
                        });
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    private JsonObject activity(CourseDesign.Activity activity) {
        var notes = new ArrayList<JsonObject>();
        note(notes, Mark.ACTIVITY_TYPE, activity.type().map(ActivityType::code));
        note(notes, Mark.ACTIVITY_KIND, activity.kind().map(TimeKind::code));
        note(notes, Mark.ACTIVITY_MODE, activity.mode().map(ActivityMode::code));
        note(notes, Mark.ACTIVITY_TEACHERS, activity.teachers());
        activity.resources().forEach(one -> notes.add(nodes.note(Mark.ACTIVITY_RESOURCE, one)));
        served(notes, activity.outcomes());
        var object =
                nodes.node("LearningActivitySpecification")
                        .add("title", nodes.words(activity.title()))
                        .add("volumeOfLearning", Nodes.duration(activity.hours().minutes()));
        Nodes.put(
                object,
                "mode",
                activity.mode().map(ActivityMode::participation).map(ElmTerms::mode));
        if (activity.kind().equals(Optional.of(TimeKind.CONTACT))) {
            object.add("contactHour", activity.hours().toString());
        }
        Nodes.putAll(
                object,
                "supplementaryDocument",
                activity.resources().stream()
                        .filter(CourseDesign.Activity::isAddress)
                        .map(nodes::page)
                        .toList());
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    private void served(List<JsonObject> notes, List<String> outcomes) {
        if (!outcomes.isEmpty()) {
            notes.add(nodes.note(Mark.OUTCOMES_SERVED, String.join(", ", outcomes)));
        }
    }

    /** The overall result with its scale, of which the tasks are parts. */
    private JsonObject assessment() {
        var object =
                nodes.node("LearningAssessmentSpecification")
                        .add(
                                "title",
                                JSON.createObjectBuilder()
                                        .add(
                                                Locale.ENGLISH.toLanguageTag(),
                                                Mark.OVERALL_RESULT.label()))
                        .add(
                                "gradingScheme",
                                nodes.node("GradingScheme")
                                        .add("title", nodes.words(design.gradingScale())));
        Nodes.putAll(object, "hasPart", design.tasks().stream().map(this::task).toList());
        var notes = new ArrayList<JsonObject>();
        var choices = design.plan().choices();
        note(notes, Mark.PASS_MARK, choices.passMark().map(String::valueOf));
        for (var one : choices.alternatives()) {
            notes.add(nodes.note(Mark.TASKS_TAKEN, one.group() + ": " + one.take()));
        }
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    private JsonObject task(CourseDesign.Task task) {
        var notes = new ArrayList<JsonObject>();
        notes.add(nodes.note(Mark.ASSESSMENT_WEIGHT, String.valueOf(task.weightPercent())));
        notes.add(nodes.note(Mark.ASSESSMENT_HOURS, task.hours().toString()));
        notes.add(nodes.note(Mark.SUPERVISION, task.supervision().code()));
        if (task.mustPass()) {
            notes.add(nodes.note(Mark.MUST_PASS, "yes"));
        }
        note(notes, Mark.TASK_GROUP, task.group());
        served(notes, task.outcomes());
        var object =
                nodes.node("LearningAssessmentSpecification")
                        .add("title", nodes.words(task.title()))
                        .add("dcType", ElmTerms.assessmentType(task.type()));
        Nodes.putAll(object, "additionalNote", notes);
        return object.build();
    }

    private JsonObject accreditation(QualityAssurance quality) {
        return JSON.createObjectBuilder(ElmTerms.accreditation(nodes, organisations, quality))
                .add("organisation", organisations.awardingBody())
                .build();
    }
}
