package eu.cairn.award;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CredentialTerms.Partner;
import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Workload;
import eu.cairn.framework.LearningHours;
import eu.cairn.quality.ApprovedCourse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A micro-credential awarded to one learner for one approved course: the gate to signing.
 *
 * <p>It can be made only from an approved course, a complete result and the board's sign-off.
 */
public final class Award {

    private final UUID id;
    private final ApprovedCourse course;
    private final AssessedResult result;
    private final BoardDecision board;
    private final LocalDate awardedOn;

    private Award(
            UUID id,
            ApprovedCourse course,
            AssessedResult result,
            BoardDecision board,
            LocalDate awardedOn) {
        this.id = id;
        this.course = course;
        this.result = result;
        this.board = board;
        this.awardedOn = awardedOn;
    }

    /** Awards what was assessed and signed off; the day of the award is the board's. */
    public static Award of(
            UUID id, ApprovedCourse course, AssessedResult result, BoardDecision board) {
        return new Award(id, course, result, board, board.decidedOn());
    }

    /** Puts an award right, which stays of the day on which it was first made. */
    static Award corrected(
            UUID id,
            ApprovedCourse course,
            AssessedResult result,
            BoardDecision board,
            LocalDate awardedOn) {
        return new Award(id, course, result, board, awardedOn);
    }

    public UUID id() {
        return id;
    }

    public ApprovedCourse course() {
        return course;
    }

    public AssessedResult result() {
        return result;
    }

    public BoardDecision board() {
        return board;
    }

    public LocalDate awardedOn() {
        return awardedOn;
    }

    /**
     * What a credential needs besides the award itself.
     *
     * @param awardingBody as the credential names it
     * @param decidedBy the name of the organisation whose quality decision stands behind the course
     * @param courseUrl public address of the course version
     * @param decisionUrl public address of the quality decision
     * @param issuedAt from when the document holds
     * @param jointly those who award jointly, by the keys with which they sign
     */
    public record Setting(
            AwardingBody awardingBody,
            String decidedBy,
            String courseUrl,
            String decisionUrl,
            Instant issuedAt,
            List<Contributor> jointly) {
        public Setting {
            jointly = List.copyOf(jointly);
        }
    }

    /** This award as a micro-credential with every mandatory element of the European standard. */
    public MicroCredential credential(Setting setting) {
        var version = course.version();
        var design = version.design();
        return new MicroCredential(
                "urn:uuid:" + id,
                design.title(),
                Optional.of(result.learner().learner()),
                setting.awardingBody(),
                Optional.of(awardedOn),
                setting.issuedAt(),
                design.terms().ageing().flatMap(ageing -> ageing.expiresOn(awardedOn)),
                design.outcomes(),
                Optional.of(workload()),
                Optional.of(design.level().referencedOn(course.decision().decidedOn())),
                done().map(Award::assessment).toList(),
                Optional.of(design.participation()),
                List.of(qualityAssurance(setting)),
                result.grade().map(value -> new Grade(value, design.gradingScale())),
                design.prerequisites(),
                Optional.of(new Stackability(design.formalStatus(), design.stackability())),
                Optional.of(design.field()),
                Optional.of(design.language()),
                Optional.of(
                        new CourseReference(
                                setting.courseUrl(),
                                Optional.of(design.code()),
                                Optional.of(Integer.toString(version.number())))),
                design.terms().description(),
                design.terms().ageing().flatMap(ageing -> ageing.reviewOn(awardedOn)),
                contributors(design, setting),
                design.terms().rights());
    }

    private static List<Contributor> contributors(CourseDesign design, Setting setting) {
        var agreed = design.terms().jointAwardingBodies().stream().map(Partner::legalName);
        if (!agreed.toList()
                .equals(setting.jointly().stream().map(Contributor::legalName).toList())) {
            throw new IllegalArgumentException("not those who award jointly by design");
        }
        return Stream.concat(setting.jointly().stream(), design.terms().contributors().stream())
                .toList();
    }

    /** The tasks that the learner did: all of them, but for those that were not chosen. */
    private Stream<CourseDesign.Task> done() {
        return course.version().design().tasks().stream()
                .filter(
                        task ->
                                task.group().isEmpty()
                                        || result.passedTasks().contains(task.code()));
    }

    /** The hours of what the learner did, so that the parts add up to the whole. */
    private Workload workload() {
        var design = course.version().design();
        var activities =
                design.activities().stream()
                        .map(activity -> new ActivityHours(activity.title(), activity.hours()));
        var tasks = done().map(task -> new ActivityHours(task.title(), task.hours()));
        var parts = Stream.concat(activities, tasks).toList();
        return new Workload(
                Optional.of(design.credits()),
                Optional.of(
                        parts.stream()
                                .map(ActivityHours::hours)
                                .reduce(LearningHours.ZERO, LearningHours::plus)),
                parts);
    }

    private QualityAssurance qualityAssurance(Setting setting) {
        var decision = course.decision();
        return new QualityAssurance(
                QualityAssurance.Kind.INTERNAL,
                setting.decidedBy(),
                Optional.of(setting.decisionUrl()),
                Optional.of(decision.reviewedOn()),
                decision.validUntil(),
                Optional.of("ESG 2015"));
    }

    private static Assessment assessment(CourseDesign.Task task) {
        return new Assessment(
                task.title(),
                Optional.of(task.type()),
                Optional.of(task.weightPercent()),
                Optional.of(task.supervision()));
    }
}
