package eu.cairn.quality;

import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;

/**
 * A course version whose quality was approved: the gate to offering and awarding.
 *
 * <p>It can be made only from a decision that approves and still holds.
 */
public final class ApprovedCourse {

    private final QualityDecision decision;

    private ApprovedCourse(QualityDecision decision) {
        this.decision = decision;
    }

    /** The approved course as of {@code day}, or why it is not approved then. */
    public static Decided<ApprovedCourse> of(QualityDecision decision, LocalDate day) {
        if (!decision.outcome().approves()) {
            return Decided.refused(Refusal.of("quality.not-approved", ""));
        }
        var until = decision.validUntil().orElseThrow();
        if (day.isAfter(until)) {
            return Decided.refused(Refusal.of("quality.approval-expired", "", until));
        }
        return Decided.accepted(new ApprovedCourse(decision));
    }

    public CourseVersion version() {
        return decision.version();
    }

    public QualityDecision decision() {
        return decision;
    }
}
