package eu.cairn.quality;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Drafts;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalRules;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decisions for tests. */
public final class Approvals {

    public static final UUID DESIGNER = new UUID(1, 1);
    public static final UUID OFFICER = new UUID(1, 2);

    /** Who wrote the draft with the designer that submitted it. */
    static final UUID AUTHOR = new UUID(1, 4);

    static final NationalRules PUBLISHED = NationalRules.of(NationalFrameworks.published());

    private Approvals() {}

    static List<Finding> all(Finding.Result result) {
        return CriteriaSet.shortCourses2026().criteria().stream()
                .map(criterion -> new Finding(criterion.id(), result, "as seen in the design"))
                .toList();
    }

    static Decided<QualityDecision> decide(QualityDecision.Proposal proposal, UUID officer) {
        return decide(Drafts.complete(), proposal, officer);
    }

    static Decided<QualityDecision> decide(QualityDecision.Proposal proposal, NationalRules rules) {
        return decide(Drafts.complete(), proposal, OFFICER, rules);
    }

    private static Decided<QualityDecision> decide(
            CourseDraft draft, QualityDecision.Proposal proposal, UUID officer) {
        return decide(draft, proposal, officer, PUBLISHED);
    }

    private static Decided<QualityDecision> decide(
            CourseDraft draft,
            QualityDecision.Proposal proposal,
            UUID officer,
            NationalRules rules) {
        return QualityDecision.decide(
                new UUID(2, 1),
                Drafts.version(draft, DESIGNER),
                Set.of(DESIGNER, AUTHOR),
                CriteriaSet.shortCourses2026(),
                proposal,
                officer,
                rules,
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

    /** The same after a second version was approved by notification, a month later. */
    public static ApprovedCourse notified() {
        var first = approved().decision();
        var design = first.version().design();
        var day = Drafts.DAY.plusMonths(1);
        var next =
                new CourseVersion(
                        first.version().course(),
                        2,
                        first.version().organisation(),
                        first.version().country(),
                        DESIGNER,
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        design);
        return QualityDecision.byNotification(
                                        new UUID(2, 2),
                                        next,
                                        first,
                                        ChangeRoute.of(first, Map.of(1, design), design),
                                        "Editorial changes",
                                        PUBLISHED,
                                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                        day)
                                instanceof Decided.Accepted<QualityDecision>(var made)
                        && ApprovedCourse.of(made, day)
                                instanceof Decided.Accepted<ApprovedCourse>(var course)
                ? course
                : fail();
    }

    private static ApprovedCourse fail() {
        throw new IllegalStateException("not approved by notification");
    }

    public static CourseVersion version() {
        return approved().version();
    }
}
