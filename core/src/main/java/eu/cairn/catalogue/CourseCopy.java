package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import java.util.List;
import java.util.UUID;

/**
 * A course begun from another one. What belongs to the other course alone is left out: its code,
 * the days of its run, the page that it follows, who takes part in it or teaches, who was asked
 * about its need and when, the qualifications that it is part of, and what was answered to hints.
 * Nothing of its approval is carried over, and verbs that Cairn does not know are confirmed anew.
 */
public final class CourseCopy {

    private CourseCopy() {}

    /** A draft begun from a draft of the same organisation. */
    public static CourseDraft of(CourseDraft other) {
        return begun(other, other.nationalLevel());
    }

    /**
     * A draft begun from a version that is public.
     *
     * @param organisation that writes the draft: courses that come before are those of one only
     * @param country where it is written: national level, law and contact are those of one only
     */
    public static CourseDraft of(CourseVersion version, UUID organisation, Country country) {
        var typed = DesignAsTyped.of(version.design());
        boolean there = version.country().equals(country);
        var plan = typed.plan();
        if (!there) {
            plan =
                    plan.with(new DraftPlan.Place("", plan.place().programmes()))
                            .with(
                                    new DraftPlan.Time(
                                            "", plan.time().reason(), plan.time().rates()));
        }
        if (!version.organisation().equals(organisation)) {
            var choices = plan.choices();
            plan =
                    plan.with(
                            new DraftPlan.Choices(
                                    choices.passMark(),
                                    choices.alternatives(),
                                    choices.pace(),
                                    choices.priorLearning(),
                                    choices.priorLearningHow(),
                                    List.of()));
        }
        return begun(typed.with(plan), there ? typed.nationalLevel() : "");
    }

    private static CourseDraft begun(CourseDraft other, String nationalLevel) {
        return new CourseDraft(
                "",
                other.title(),
                other.titleEnglish(),
                other.language(),
                other.credits(),
                nationalLevel,
                other.eqfLevel(),
                other.cycle(),
                other.field(),
                other.participation(),
                other.prerequisites(),
                other.formalStatus(),
                other.stackability(),
                other.need(),
                "",
                "",
                other.gradingScale(),
                "",
                new CourseDraft.Terms(
                        other.terms().validMonths(),
                        other.terms().reviewMonths(),
                        other.terms().ageingReason(),
                        other.terms().rights(),
                        other.terms().description(),
                        List.of()),
                other.outcomes().stream().map(CourseCopy::unconfirmed).toList(),
                other.activities().stream().map(CourseDraft.Activity::taughtByAnybody).toList(),
                other.tasks(),
                other.titles(),
                List.of(),
                plan(other.plan()));
    }

    private static CourseDraft.Outcome unconfirmed(CourseDraft.Outcome outcome) {
        return new CourseDraft.Outcome(
                outcome.text(),
                false,
                outcome.translations(),
                outcome.skills(),
                outcome.taxonomy(),
                outcome.kind());
    }

    private static DraftPlan plan(DraftPlan other) {
        var relevance = other.relevance();
        var time = other.time();
        return other.with(
                        new DraftPlan.Relevance(
                                relevance.targetGroup(),
                                List.of(),
                                relevance.evidence(),
                                relevance.occupations()))
                .with(new DraftPlan.Place(other.place().legalStatus(), List.of()))
                .with(new DraftPlan.Time(time.contactMinimum(), "", time.rates()));
    }

    /** How many of the texts of a draft are filled, of how many. */
    public static Filled filled(CourseDraft draft) {
        var texts = DraftMerge.texts(draft).values();
        return new Filled(
                (int) texts.stream().filter(text -> !text.isBlank()).count(), texts.size());
    }

    /** So many of so many fields are filled. */
    public record Filled(int filled, int all) {}
}
