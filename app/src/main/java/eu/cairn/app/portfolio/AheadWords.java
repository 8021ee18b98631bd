package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Offer;
import eu.cairn.stacking.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a course is proposed, and when it runs. */
final class AheadWords {

    private final Stack stack;
    private final RuleWords words;

    AheadWords(Stack stack, RuleWords words) {
        this.stack = stack;
        this.words = words;
    }

    /** Which rules that are open now a course of a plan serves, and what it comes before. */
    List<String> why(Plan plan, Plan.Course course) {
        var said = new ArrayList<String>();
        plan.audit().counted().stream()
                .filter(counted -> counted.credentials().contains(course.credential()))
                .forEach(
                        counted ->
                                counted.requirements()
                                        .forEach(it -> said.add(requirement(counted, it))));
        var reached = limits(course.offer().facts(), plan.finish());
        reached.forEach(limit -> said.add(say("portfolio.ahead-limit", words.of(limit))));
        if (!course.opens().isEmpty()) {
            said.add(say("portfolio.ahead-before", String.join(", ", course.opens())));
        }
        long closes = reached.size() + course.countsIn().stream().filter(this::isOpen).count();
        if (closes > 1) {
            said.add(say("portfolio.ahead-closes", Long.toString(closes), Long.toString(open())));
        }
        return said;
    }

    private String requirement(Audit.Counted counted, String id) {
        var title = words.title(stack.rulebook().rules(), id);
        var now = stack.requirement(id);
        if (!now.chosen()) {
            return say("portfolio.ahead-chosen", title);
        }
        if (now.state() == Audit.State.MET) {
            return say("portfolio.ahead-replaces", title);
        }
        if (now.missing().isZero()) {
            return say("portfolio.ahead-course", title);
        }
        var fills = least(counted.credits(), now.missing());
        return fills.equals(now.missing())
                ? say("portfolio.ahead-fills-all", title, fills.toString())
                : say("portfolio.ahead-fills", title, fills.toString(), now.missing().toString());
    }

    private static Ects least(Ects one, Ects other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The floors that are not reached now and that a credential counts towards. */
    private List<Limit> limits(HeldCredential facts, LocalDate day) {
        return openLimits().filter(limit -> limit.where().matches(facts, day)).toList();
    }

    private Stream<Limit> openLimits() {
        var rules = stack.rulebook().rules();
        return rules.everyLimit()
                .filter(limit -> !rules.total().equals(Optional.of(limit)))
                .filter(limit -> limit.atLeast().isPresent() || limit.coursesAtLeast().isPresent())
                .filter(
                        limit ->
                                stack.audit().limits().stream()
                                        .anyMatch(it -> it.id().equals(limit.id()) && !it.holds()));
    }

    private boolean isOpen(String requirement) {
        var now = stack.requirement(requirement);
        return now.chosen() && now.state() != Audit.State.MET;
    }

    private long open() {
        return openLimits().count()
                + StackRows.takes(stack).filter(take -> isOpen(take.id())).count();
    }

    /** When a course runs, or what is known of it. */
    static String days(OnOffer course, Offer offer, LocalDate earliest) {
        if (offer.dated()) {
            return say("portfolio.ahead-days", Labels.of(offer.start()), Labels.of(offer.end()));
        }
        return course.nextRun()
                .filter(run -> run.from().isBefore(earliest))
                .map(run -> say("portfolio.ahead-next-run", Labels.of(run.from())))
                .orElseGet(() -> say("portfolio.ahead-no-days"));
    }

    static String say(String code, String... parameters) {
        return Words.of(code, List.of(parameters));
    }
}
