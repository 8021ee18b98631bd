package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Option;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of the way ahead: the ways, and what chosen courses would add. */
@Component
class AheadViews {

    /** The most courses in the list from which some are chosen, besides those chosen. */
    private static final int MOST = 100;

    private final WaysAhead ahead;
    private final WaysViews ways;
    private final CoursesPassed passed;
    private final IfPassedViews ifPassed;
    private final Offers offers;

    AheadViews(
            WaysAhead ahead,
            WaysViews ways,
            CoursesPassed passed,
            IfPassedViews ifPassed,
            Offers offers) {
        this.ahead = ahead;
        this.ways = ways;
        this.passed = passed;
        this.ifPassed = ifPassed;
        this.offers = offers;
    }

    AheadView of(Stack stack, AheadQuestion question) {
        var refusals = new ArrayList<Refusal>();
        var asked = question.plans();
        refusals.addAll(asked.reasons());
        Optional<IfPassedView> passedView = Optional.empty();
        if (!question.courses().isEmpty()) {
            var decided = passed.of(stack, question.courses());
            refusals.addAll(decided.reasons());
            if (decided instanceof Decided.Accepted<IfPassed>(var found)) {
                passedView = Optional.of(ifPassed.of(found));
            }
        }
        Optional<WaysView> waysView = Optional.empty();
        if (asked instanceof Decided.Accepted<PlanOptions.Asked>(var plans)) {
            waysView = ahead.of(stack, plans).map(ways::of);
        }
        boolean busy = asked instanceof Decided.Accepted && waysView.isEmpty();
        return view(stack, question, waysView, busy, passedView, refusals);
    }

    private AheadView view(
            Stack stack,
            AheadQuestion question,
            Optional<WaysView> waysView,
            boolean busy,
            Optional<IfPassedView> passedView,
            List<Refusal> refusals) {
        var published = new LinkedHashMap<String, OnOffer>();
        offers.published().forEach(course -> published.put(course.key(), course));
        var byUse =
                published.values().stream()
                        .filter(
                                course ->
                                        question.courses().contains(course.key())
                                                || !stack.counts(course))
                        .collect(Collectors.partitioningBy(course -> isTaken(stack, course)));
        return new AheadView(
                stack,
                question,
                stack.portfolio().asOf().toString(),
                languages(published.values().stream().toList()),
                waysView,
                busy,
                passedView,
                choosable(byUse.getOrDefault(true, List.of()), question),
                choosable(byUse.getOrDefault(false, List.of()), question),
                refusals);
    }

    private static boolean isTaken(Stack stack, OnOffer course) {
        var day = stack.portfolio().asOf();
        return !Acceptance.possible(
                        stack.rulebook().rules(),
                        CourseFacts.of(course, day),
                        Set.of(Fact.GRADE),
                        day)
                .isEmpty();
    }

    /** The first of these and whichever are chosen. */
    private static List<AheadView.Choosable> choosable(
            List<OnOffer> courses, AheadQuestion question) {
        var shown = new ArrayList<AheadView.Choosable>();
        for (var course : courses) {
            boolean chosen = question.courses().contains(course.key());
            if (chosen || shown.size() < MOST) {
                shown.add(
                        new AheadView.Choosable(
                                course.key(),
                                course.title().authoritative(),
                                course.title().authoritativeLanguage().tag(),
                                course.credits(),
                                course.offeredBy(),
                                chosen));
            }
        }
        return shown;
    }

    private static List<Option> languages(List<OnOffer> published) {
        return published.stream()
                .map(OnOffer::language)
                .distinct()
                .map(language -> new Option(language.tag(), Labels.language(language)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
