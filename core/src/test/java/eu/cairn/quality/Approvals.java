package eu.cairn.quality;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Drafts;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions for tests. */
public final class Approvals {

    public static final UUID DESIGNER = new UUID(1, 1);
    public static final UUID OFFICER = new UUID(1, 2);

    private Approvals() {}

    static List<Finding> all(Finding.Result result) {
        return CriteriaSet.shortCourses2026().criteria().stream()
                .map(criterion -> new Finding(criterion.id(), result, "as seen in the design"))
                .toList();
    }

    static Decided<QualityDecision> decide(QualityDecision.Proposal proposal, UUID officer) {
        return decide(Drafts.complete(), proposal, officer);
    }

    static Decided<QualityDecision> decide(
            QualityDecision.Proposal proposal, NationalFrameworks frameworks) {
        return decide(Drafts.complete(), proposal, OFFICER, frameworks);
    }

    private static Decided<QualityDecision> decide(
            CourseDraft draft, QualityDecision.Proposal proposal, UUID officer) {
        return decide(draft, proposal, officer, NationalFrameworks.published());
    }

    private static Decided<QualityDecision> decide(
            CourseDraft draft,
            QualityDecision.Proposal proposal,
            UUID officer,
            NationalFrameworks frameworks) {
        return QualityDecision.decide(
                new UUID(2, 1),
                Drafts.version(draft, DESIGNER),
                CriteriaSet.shortCourses2026(),
                proposal,
                officer,
                frameworks,
                Drafts.DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                Drafts.DAY);
    }

    /** A course that was approved on the day of the tests, for three years. */
    public static ApprovedCourse approved() {
        return approved(Drafts.complete());
    }

    /** The same with another design. */
    public static ApprovedCourse approved(CourseDraft draft) {
        return switch (decide(
                draft,
                new QualityDecision.Proposal(
                        all(Finding.Result.MET),
                        Optional.of(QualityDecision.Outcome.APPROVED),
                        "all criteria are met",
                        3),
                OFFICER)) {
            case Decided.Accepted<QualityDecision> decided ->
                    switch (ApprovedCourse.of(decided.value(), Drafts.DAY)) {
                        case Decided.Accepted<ApprovedCourse> approved -> approved.value();
                        case Decided.Refused<ApprovedCourse> refused ->
                                throw new IllegalStateException(refused.reasons().toString());
                    };
            case Decided.Refused<QualityDecision> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }

    public static CourseVersion version() {
        return approved().version();
    }
}
