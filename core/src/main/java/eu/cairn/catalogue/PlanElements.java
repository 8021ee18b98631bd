package eu.cairn.catalogue;

import eu.cairn.catalogue.DesignValue.Choice;
import eu.cairn.catalogue.DesignValue.Figure;
import eu.cairn.catalogue.DesignValue.Several;
import eu.cairn.catalogue.DesignValue.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the elements of a plan state, as versions are compared by it. */
final class PlanElements {

    /** Every element of {@link CoursePlan} that a designer states, with how its value is had. */
    static final Map<DesignElement, Function<CoursePlan, Optional<DesignValue>>> ALL =
            Map.ofEntries(
                    Map.entry(
                            DesignElement.TARGET_GROUP,
                            plan -> text(plan.relevance().targetGroup())),
                    Map.entry(
                            DesignElement.STAKEHOLDERS,
                            plan ->
                                    several(
                                            plan.relevance().stakeholders(),
                                            one ->
                                                    "%s (%s), %s"
                                                            .formatted(
                                                                    one.name(),
                                                                    one.kind().code(),
                                                                    one.askedOn()))),
                    Map.entry(
                            DesignElement.EVIDENCE,
                            plan ->
                                    several(
                                            plan.relevance().evidence(),
                                            one ->
                                                    "%s (%s) %s"
                                                            .formatted(
                                                                    one.source(),
                                                                    one.kind().code(),
                                                                    one.link().orElse("")))),
                    Map.entry(
                            DesignElement.OCCUPATIONS,
                            plan ->
                                    several(
                                            plan.relevance().occupations(),
                                            one -> one.label() + " " + one.uri().orElse(""))),
                    Map.entry(DesignElement.LEGAL_STATUS, plan -> text(plan.place().legalStatus())),
                    Map.entry(
                            DesignElement.PROGRAMMES,
                            plan ->
                                    several(
                                            plan.place().programmes(),
                                            one -> one.title() + " " + one.qualification())),
                    Map.entry(
                            DesignElement.LEVEL_KNOWLEDGE, plan -> text(plan.level().knowledge())),
                    Map.entry(DesignElement.LEVEL_SKILLS, plan -> text(plan.level().skills())),
                    Map.entry(
                            DesignElement.LEVEL_RESPONSIBILITY,
                            plan -> text(plan.level().responsibility())),
                    Map.entry(
                            DesignElement.CONTACT_MINIMUM,
                            plan ->
                                    plan.time()
                                            .contactMinimum()
                                            .map(hours -> new Figure(plain(hours), Unit.HOURS))),
                    Map.entry(
                            DesignElement.HOURS_OUTSIDE,
                            plan ->
                                    text(
                                            plan.time()
                                                    .outside()
                                                    .map(CoursePlan.SignedReason::reason))),
                    Map.entry(
                            DesignElement.RATES,
                            plan ->
                                    several(
                                            plan.time().rates(),
                                            one ->
                                                    "%s: %s, %s, %s"
                                                            .formatted(
                                                                    one.method(),
                                                                    figure(one.low()),
                                                                    figure(one.likely()),
                                                                    figure(one.high())))),
                    Map.entry(
                            DesignElement.PASS_MARK,
                            plan ->
                                    plan.choices()
                                            .passMark()
                                            .map(mark -> DesignValue.figure(mark, Unit.PERCENT))),
                    Map.entry(
                            DesignElement.ALTERNATIVES,
                            plan ->
                                    several(
                                            plan.choices().alternatives(),
                                            one -> one.group() + ": " + one.take())),
                    Map.entry(DesignElement.PACE, plan -> plan.choices().pace().map(Choice::new)),
                    Map.entry(
                            DesignElement.PRIOR_LEARNING,
                            plan ->
                                    plan.choices()
                                            .priorLearning()
                                            .map(yes -> DesignValue.text(yes ? "yes" : "no"))),
                    Map.entry(
                            DesignElement.PRIOR_LEARNING_HOW,
                            plan -> text(plan.choices().priorLearningHow())),
                    Map.entry(
                            DesignElement.COURSES_BEFORE,
                            plan ->
                                    several(
                                            plan.choices().before(),
                                            one ->
                                                    "%s %s (%s)"
                                                            .formatted(
                                                                    one.title(),
                                                                    one.course(),
                                                                    one.needed()
                                                                            ? "needed"
                                                                            : "recommended"))));

    private PlanElements() {}

    /** The same amount however many zeros were typed behind it. */
    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static String figure(BigDecimal amount) {
        return plain(amount).toPlainString();
    }

    private static Optional<DesignValue> text(Optional<String> text) {
        return text.map(DesignValue::text);
    }

    private static <T> Optional<DesignValue> several(List<T> all, Function<T, String> words) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Several(all.stream().map(words).map(String::strip).sorted().toList()));
    }
}
