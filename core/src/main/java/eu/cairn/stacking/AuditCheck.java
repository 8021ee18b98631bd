package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Confirms what an audit claims, without the search and in time linear in its size: that the
 * assignment keeps every rule, that it satisfies the rulebook if it says so, that the completion
 * does otherwise, and that every figure is right. That no assignment misses less is beyond it.
 */
public final class AuditCheck {

    /** One credential in one requirement, held or further. */
    private record Line(HeldCredential facts, String requirement, int credits) {}

    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final Claim claim;
    private final List<Refusal> doubts = new ArrayList<>();
    private final Map<String, Take> takes = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> chosen;

    private AuditCheck(Rulebook rulebook, Portfolio portfolio, Claim claim) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        this.claim = claim;
        this.chosen = new HashSet<>(claim.chosen());
    }

    /** Every reason not to believe {@code claim}; none where it is confirmed. */
    public static List<Refusal> doubts(Rulebook rulebook, Portfolio portfolio, Claim claim) {
        var check = new AuditCheck(rulebook, portfolio, claim);
        check.run();
        return List.copyOf(check.doubts);
    }

    private void run() {
        boolean decided = claim.missing().isPresent();
        rulebook.requirements().forEach(each -> gather(each, true));
        var held = held();
        keepsRules(held);
        requirementFigures(held);
        limitFigures(held);
        if (!decided) {
            if (claim.result() == Result.SATISFIED || !claim.counted().isEmpty()) {
                doubt("audit.missing-figure", "missingCredits", "?", "0");
            }
            return;
        }
        var all = new ArrayList<>(held);
        for (var further : claim.completion()) {
            all.add(
                    new Line(
                            further.facts(),
                            further.requirement(),
                            further.credits().hundredths()));
        }
        keepsRules(all.subList(held.size(), all.size()));
        countedOnce(all);
        satisfies(all);
        int sum = all.stream().skip(held.size()).mapToInt(Line::credits).sum();
        if (sum != claim.missing().get().hundredths()) {
            doubt("audit.missing-figure", "missingCredits", claim.missing().get(), new Ects(sum));
        }
        if (claim.completion().isEmpty() != (claim.result() == Result.SATISFIED)) {
            doubt("audit.wrong-result", "result", claim.result().code());
        }
    }

    private void doubt(String code, String place, Object... parameters) {
        doubts.add(Refusal.of(code, place, parameters));
    }

    /** Which requirements are asked, by what the claim says was chosen. */
    private void gather(Requirement requirement, boolean above) {
        switch (requirement) {
            case Take take -> {
                takes.put(take.id(), take);
                if (above) {
                    asked.add(take.id());
                }
            }
            case All all -> all.of().forEach(each -> gather(each, above));
            case Choose choose -> {
                long count = 0;
                for (var each : choose.of()) {
                    boolean picked = above && chosen.contains(each.id());
                    count += picked ? 1 : 0;
                    gather(each, picked);
                }
                boolean right =
                        choose.count().exactly()
                                ? count == choose.count().number()
                                : count >= choose.count().number();
                if (above && !right && claim.missing().isPresent()) {
                    doubt("audit.wrong-choice", choose.id(), count, choose.count().number());
                }
            }
        }
    }

    private List<Line> held() {
        var byId = new HashMap<String, HeldCredential>();
        for (var credential : portfolio.credentials()) {
            byId.put(credential.id(), credential);
        }
        var decisions = new HashMap<String, RecognisedUnit>();
        for (var decision : portfolio.decisions()) {
            if (!decision.decidedOn().isAfter(portfolio.asOf())) {
                decisions.put(decision.credentialId(), decision);
            }
        }
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (Counted counted : claim.counted()) {
            var id = counted.credential();
            var credential = byId.get(id);
            if (credential == null) {
                doubt("audit.unknown-credential", id);
                continue;
            }
            if (!seen.add(id)) {
                doubt("audit.counted-twice", id);
            }
            var decision = Optional.ofNullable(decisions.get(id));
            var facts = decision.map(credential::recognisedAs).orElse(credential);
            lines.add(new Line(facts, counted.requirement(), counted.credits().hundredths()));
        }
        countedOnce(lines);
        return lines;
    }

    /** That each line alone is allowed where it stands. */
    private void keepsRules(List<Line> lines) {
        for (var line : lines) {
            var id = line.facts.id();
            var take = takes.get(line.requirement);
            if (take == null) {
                doubt("audit.unknown-requirement", line.requirement, id);
                continue;
            }
            if (!asked.contains(take.id())) {
                doubt("audit.not-chosen", take.id(), id);
            }
            if (!usable(line.facts)) {
                doubt("audit.unusable", id);
            }
            if (!take.from().matches(line.facts, portfolio.asOf())) {
                doubt("audit.not-accepted", take.id(), id);
            }
        }
    }

    private boolean usable(HeldCredential facts) {
        var asOf = portfolio.asOf();
        return facts.status() == CredentialStatus.VALID
                && !(facts.awarded().isPresent() && facts.awarded().get().isAfter(asOf))
                && !(facts.expires().isPresent() && facts.expires().get().isBefore(asOf));
    }

    /** That no course, and no two courses of which one at most counts, is counted twice. */
    private void countedOnce(List<Line> lines) {
        var courses = new HashSet<String>();
        for (var line : lines) {
            var course = line.facts.course();
            if (course.isPresent() && !courses.add(course.get())) {
                doubt("audit.course-twice", course.get());
            }
        }
        for (var set : rulebook.notBoth()) {
            if (set.stream().filter(courses::contains).count() > 1) {
                doubt("audit.not-both", String.join(", ", set));
            }
        }
    }

    private void satisfies(List<Line> lines) {
        var sums = sums(lines);
        for (var id : asked) {
            var take = takes.get(id);
            if (take == null || !met(take, sums.getOrDefault(id, Sum.NOTHING))) {
                doubt("audit.requirement-unmet", id);
            }
        }
        rulebook.everyLimit()
                .filter(limit -> !holds(limit, lines))
                .forEach(limit -> doubt("audit.limit-broken", limit.id()));
    }

    /** What counts in one requirement. */
    private record Sum(int credits, int courses) {
        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(credits + other.credits, courses + other.courses);
        }
    }

    private static Map<String, Sum> sums(List<Line> lines) {
        var sums = new HashMap<String, Sum>();
        lines.forEach(line -> sums.merge(line.requirement, new Sum(line.credits, 1), Sum::plus));
        return sums;
    }

    private static boolean met(Take take, Sum sum) {
        int courses = sum.courses;
        int needed = take.credits().map(Ects::hundredths).orElse(0);
        boolean enough =
                take.courses()
                        .map(
                                count ->
                                        count.exactly()
                                                ? courses == count.number()
                                                : courses >= count.number())
                        .orElse(true);
        return enough && sum.credits >= needed;
    }

    private List<Line> touching(Limit limit, List<Line> lines) {
        return lines.stream()
                .filter(line -> limit.where().matches(line.facts, portfolio.asOf()))
                .toList();
    }

    private boolean holds(Limit limit, List<Line> lines) {
        var touching = touching(limit, lines);
        int used = touching.stream().mapToInt(Line::credits).sum();
        int courses = touching.size();
        return used >= limit.atLeast().map(Ects::hundredths).orElse(0)
                && used <= limit.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                && courses >= limit.coursesAtLeast().orElse(0)
                && courses <= limit.coursesAtMost().orElse(Integer.MAX_VALUE);
    }

    private void requirementFigures(List<Line> held) {
        for (var line : held) {
            cut(line);
        }
        var sums = sums(held);
        for (var figures : claim.requirements()) {
            var take = takes.get(figures.id());
            if (take == null) {
                continue;
            }
            var sum = sums.getOrDefault(take.id(), Sum.NOTHING);
            int counted = sum.credits;
            int needed = take.credits().map(Ects::hundredths).orElse(0);
            boolean isAsked = asked.contains(take.id());
            boolean met = isAsked && met(take, sum);
            int missing = isAsked ? Math.max(0, needed - counted) : 0;
            if (counted != figures.counted().hundredths()
                    || missing != figures.missing().hundredths()
                    || met != (figures.state() == State.MET)) {
                doubt("audit.requirement-figure", take.id(), new Ects(counted), new Ects(missing));
            }
        }
    }

    /** That a credential counts with more than it has nowhere, and in part only where allowed. */
    private void cut(Line line) {
        int whole = line.facts.credits().hundredths();
        if (line.credits > whole) {
            doubt("audit.too-many-credits", line.facts.id(), new Ects(whole));
        }
        var take = Optional.ofNullable(takes.get(line.requirement));
        boolean allowed =
                take.map(Take::partial).orElse(false)
                        || rulebook.everyLimit()
                                .anyMatch(
                                        limit ->
                                                limit.partial()
                                                        && limit.where()
                                                                .matches(
                                                                        line.facts,
                                                                        portfolio.asOf()));
        if (line.credits < whole && !allowed) {
            doubt("audit.cut-credential", line.facts.id(), new Ects(line.credits));
        }
    }

    private void limitFigures(List<Line> held) {
        var byId = new HashMap<String, Limit>();
        rulebook.everyLimit().forEach(limit -> byId.put(limit.id(), limit));
        for (var figures : claim.limits()) {
            var limit = byId.get(figures.id());
            if (limit == null) {
                doubt("audit.unknown-limit", figures.id());
                continue;
            }
            int used = touching(limit, held).stream().mapToInt(Line::credits).sum();
            if (used != figures.used().hundredths() || holds(limit, held) != figures.holds()) {
                doubt("audit.limit-figure", limit.id(), new Ects(used));
            }
        }
    }
}
