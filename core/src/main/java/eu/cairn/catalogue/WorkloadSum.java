package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.LearningHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The hours of a design added up and laid beside what its credits stand for.
 *
 * @param activities hours of teaching and learning
 * @param assessment hours of assessment
 * @param credits the credits claimed; empty while none are stated
 * @param rate hours per credit in the country
 */
public record WorkloadSum(
        LearningHours activities,
        LearningHours assessment,
        Optional<Ects> credits,
        HoursPerCredit rate) {

    /** The sum of a design as it was typed; what is not a number counts nothing. */
    public static WorkloadSum of(CourseDraft draft, Country country) {
        var activities = LearningHours.ZERO;
        for (var activity : draft.activities()) {
            activities =
                    activities.plus(
                            LearningHours.parse(activity.hours()).orElse(LearningHours.ZERO));
        }
        var assessment = LearningHours.ZERO;
        for (var task : draft.tasks()) {
            assessment =
                    assessment.plus(LearningHours.parse(task.hours()).orElse(LearningHours.ZERO));
        }
        return new WorkloadSum(
                activities,
                assessment,
                Ects.parse(draft.credits()).filter(credits -> !credits.isZero()),
                HoursPerCredit.of(country));
    }

    public LearningHours total() {
        return activities.plus(assessment);
    }

    /** The hours that the credits stand for. */
    public Optional<HoursPerCredit.Band> band() {
        return credits.map(rate::band);
    }

    /** The hours that the credits stand for at the country's own figure. */
    public Optional<HoursPerCredit.Band> nationalBand() {
        return credits.map(rate::nationalBand);
    }

    /** Hours per credit as planned, to one decimal. */
    public Optional<BigDecimal> hoursPerCredit() {
        return credits.map(
                some ->
                        BigDecimal.valueOf(total().minutes())
                                .divide(
                                        some.toDecimal().multiply(BigDecimal.valueOf(60)),
                                        1,
                                        RoundingMode.HALF_UP));
    }
}
