package eu.cairn.catalogue;

import java.math.BigDecimal;

/** The plan of a complete design as somebody would type it again. */
final class PlanAsTyped {

    private PlanAsTyped() {}

    static DraftPlan of(CoursePlan plan) {
        return new DraftPlan(
                relevance(plan.relevance()),
                new DraftPlan.Place(
                        plan.place().legalStatus().orElse(""),
                        plan.place().programmes().stream()
                                .map(one -> new DraftPlan.Programme(one.qualification()))
                                .toList()),
                new DraftPlan.LevelGrounds(
                        plan.level().knowledge().orElse(""),
                        plan.level().skills().orElse(""),
                        plan.level().responsibility().orElse("")),
                time(plan.time()),
                choices(plan.choices()));
    }

    private static DraftPlan.Relevance relevance(CoursePlan.Relevance relevance) {
        return new DraftPlan.Relevance(
                relevance.targetGroup().orElse(""),
                relevance.stakeholders().stream()
                        .map(
                                one ->
                                        new DraftPlan.Stakeholder(
                                                one.kind().code(),
                                                one.name(),
                                                one.askedOn().toString()))
                        .toList(),
                relevance.evidence().stream()
                        .map(
                                one ->
                                        new DraftPlan.Evidence(
                                                one.kind().code(),
                                                one.source(),
                                                one.link().orElse("")))
                        .toList(),
                relevance.occupations().stream()
                        .map(one -> new DraftPlan.Occupation(one.label(), one.uri().orElse("")))
                        .toList());
    }

    /** A reason is signed anew by whoever submits. */
    private static DraftPlan.Time time(CoursePlan.Time time) {
        return new DraftPlan.Time(
                time.contactMinimum().map(BigDecimal::toPlainString).orElse(""),
                time.outside().map(CoursePlan.SignedReason::reason).orElse(""),
                time.rates().stream()
                        .map(
                                one ->
                                        new DraftPlan.Rate(
                                                one.method(),
                                                one.low().toPlainString(),
                                                one.likely().toPlainString(),
                                                one.high().toPlainString()))
                        .toList());
    }

    private static DraftPlan.Choices choices(CoursePlan.Choices choices) {
        return new DraftPlan.Choices(
                choices.passMark().map(String::valueOf).orElse(""),
                choices.alternatives().stream()
                        .map(
                                one ->
                                        new DraftPlan.Alternative(
                                                one.group(), String.valueOf(one.take())))
                        .toList(),
                choices.pace().map(Pace::code).orElse(""),
                choices.priorLearning().map(yes -> yes ? "yes" : "no").orElse(""),
                choices.priorLearningHow().orElse(""),
                choices.before().stream()
                        .map(
                                one ->
                                        new DraftPlan.Before(
                                                one.course(),
                                                one.needed() ? "needed" : "recommended"))
                        .toList());
    }
}
