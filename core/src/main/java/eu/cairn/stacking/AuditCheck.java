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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Confirms what an audit claims, without the search and in time linear in its size: that the
 * assignment keeps every rule, that it satisfies the rulebook if it says so, that the completion
 * does otherwise, that every figure is right, and that the lower bound holds where one is given.
 * Where the bound is the missing figure, nothing less could do; otherwise that is beyond it.
 */
public final class AuditCheck {

    /** One credential in its requirements: held, a block of a bundle, or further. */
    record Line(HeldCredential facts, List<String> requirements, int credits) {
        boolean isIn(String requirement) {
            return requirements.contains(requirement);
        }
    }

    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final Claim claim;
    private final LocalDate asOf;
    private final List<Refusal> doubts = new ArrayList<>();
    private final Map<String, Take> takes = new HashMap<>();
    private final Map<String, HeldCredential> entering = new HashMap<>();
    private final Set<String> courses;
    private final List<Limit> limits;
    private final List<Rulebook.Pair> pairs;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> chosen;

    /** Every credential that is counted, those in blocks as well. */
    private final Set<String> counted = new HashSet<>();

    /** The credentials in blocks. */
    private final List<HeldCredential> members = new ArrayList<>();

    private AuditCheck(Rulebook rulebook, Portfolio portfolio, Claim claim) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        this.claim = claim;
        this.asOf = portfolio.asOf();
        this.chosen = new HashSet<>(claim.chosen());
        this.limits = rulebook.everyLimit().toList();
        this.pairs = rulebook.pairs();
        var all = rulebook.entering(portfolio);
        for (var credential : all) {
            entering.put(credential.id(), credential);
        }
        this.courses = rulebook.coursesHeld(all, asOf);
    }

    /** Every reason not to believe {@code claim}; none where it is confirmed. */
    public static List<Refusal> doubts(Rulebook rulebook, Portfolio portfolio, Claim claim) {
        var check = new AuditCheck(rulebook, portfolio, claim);
        check.run();
        return List.copyOf(check.doubts);
    }

    private void run() {
        boolean decided = claim.missing().isPresent();
        for (var requirement : rulebook.requirements()) {
            gather(requirement, true);
        }
        var held = held();
        keepsRules(held);
        requirementFigures(held);
        limitFigures(held);
        claim.bound().ifPresent(this::bound);
        if (!decided) {
            if (claim.result() == Result.SATISFIED || !claim.counted().isEmpty()) {
                doubt("audit.missing-figure", "missingCredits", "?", "0");
            }
            return;
        }
        var all = new ArrayList<>(held);
        for (var further : claim.completion()) {
            var facts = HeldCredentialFacts.copy(further.facts()).credits(further.credits());
            all.add(
                    new Line(
                            facts.credential(),
                            further.requirements(),
                            further.credits().hundredths()));
        }
        keepsRules(all.subList(held.size(), all.size()));
        together(all, !claim.completion().isEmpty());
        satisfies(all);
        int sum = 0;
        for (var further : all.subList(held.size(), all.size())) {
            sum += further.credits;
        }
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
            case All all -> {
                for (var each : all.of()) {
                    gather(each, above);
                }
            }
            case Choose choose -> {
                int count = 0;
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
        var lines = new ArrayList<Line>();
        for (Counted each : claim.counted()) {
            var line = each.of().isEmpty() ? credential(each) : block(each);
            line.ifPresent(lines::add);
            line.ifPresent(this::unwanted);
        }
        together(lines, false);
        return lines;
    }

    private void together(List<Line> lines, boolean today) {
        new TermsCheck(rulebook, portfolio, lines, members, doubts).run(this::days, today);
    }

    /** When each credential that is counted was awarded. */
    private Map<String, Optional<LocalDate>> days() {
        var days = new TreeMap<String, Optional<LocalDate>>();
        for (var id : counted) {
            var facts = Optional.ofNullable(entering.get(id));
            days.put(id, facts.flatMap(HeldCredential::awarded));
        }
        return days;
    }

    private Optional<Line> credential(Counted each) {
        return count(each.credential())
                .map(facts -> new Line(facts, each.requirements(), each.credits().hundredths()));
    }

    /** The facts of a credential that is counted, and that may be. */
    private Optional<HeldCredential> count(String id) {
        var facts = Optional.ofNullable(entering.get(id));
        if (facts.isEmpty()) {
            doubt("audit.unknown-credential", id);
        } else if (!counted.add(id)) {
            doubt("audit.counted-twice", id);
        } else if (rulebook.refuses(facts.get(), courses, asOf).isPresent()) {
            doubt("audit.unusable", id);
        }
        return facts;
    }

    private Optional<Line> block(Counted each) {
        for (var bundle : rulebook.terms().bundles()) {
            for (int number = 1; number <= each.of().size() * claim.counted().size(); number++) {
                if (bundle.blockId(number).equals(each.credential())) {
                    gathered(bundle, each);
                    var facts = bundle.block(number);
                    int credits = each.credits().hundredths();
                    return Optional.of(new Line(facts, each.requirements(), credits));
                }
            }
        }
        doubt("audit.unknown-credential", each.credential());
        return Optional.empty();
    }

    private void gathered(Bundle bundle, Counted block) {
        if (block.of().size() != bundle.of()) {
            doubt("audit.wrong-block", block.credential(), block.of().size(), bundle.of());
        }
        for (var id : block.of()) {
            var facts = count(id);
            facts.ifPresent(members::add);
            if (facts.isPresent()
                    && (!bundle.each().matches(facts.get(), asOf)
                            || rulebook.terms().spending().caps(facts.get()))) {
                doubt("audit.not-accepted", bundle.id(), id);
            }
        }
    }

    /** That each line alone is allowed where it stands. */
    private void keepsRules(List<Line> lines) {
        for (var line : lines) {
            var id = line.facts.id();
            for (var requirement : line.requirements) {
                var take = takes.get(requirement);
                if (take == null) {
                    doubt("audit.unknown-requirement", requirement, id);
                    continue;
                }
                if (!asked.contains(take.id())) {
                    doubt("audit.not-chosen", take.id(), id);
                }
                if (!take.from().matches(line.facts, asOf)) {
                    doubt("audit.not-accepted", take.id(), id);
                }
            }
            if (line.requirements.size() != 1 && !shared(line)) {
                doubt("audit.not-shared", String.join(", ", line.requirements), id);
            }
        }
    }

    private boolean shared(Line line) {
        return pairs.stream()
                .anyMatch(
                        pair ->
                                line.requirements.size() == 2
                                        && line.isIn(pair.one())
                                        && line.isIn(pair.other()));
    }

    /** That nothing counts where the learner does not want it. */
    private void unwanted(Line line) {
        for (var wish : portfolio.wishes()) {
            if (wish.credentialId().equals(line.facts.id())
                    && !wish.counts()
                    && wish.requirement().stream().allMatch(id -> isBelow(id, line))) {
                doubt("audit.unwanted", wish.requirement().orElse(""), line.facts.id());
            }
        }
    }

    private boolean isBelow(String requirement, Line line) {
        return rulebook.everyRequirement()
                .filter(each -> each.id().equals(requirement))
                .flatMap(Requirement::stream)
                .anyMatch(each -> line.isIn(each.id()));
    }

    private void satisfies(List<Line> lines) {
        for (var id : asked) {
            var take = takes.get(id);
            if (take == null || !met(take, sum(id, lines))) {
                doubt("audit.requirement-unmet", id);
            }
        }
        for (var limit : limits) {
            if (!holds(limit, touching(limit, lines))) {
                doubt("audit.limit-broken", limit.id());
            }
        }
    }

    /** What counts in one requirement, or under one limit. */
    private record Sum(int credits, int courses) {}

    private static Sum sum(String requirement, List<Line> lines) {
        int credits = 0;
        int courses = 0;
        for (var line : lines) {
            if (line.isIn(requirement)) {
                credits += line.credits;
                courses++;
            }
        }
        return new Sum(credits, courses);
    }

    private Sum touching(Limit limit, List<Line> lines) {
        int credits = 0;
        int courses = 0;
        for (var line : lines) {
            if (limit.where().matches(line.facts, asOf)) {
                credits += line.credits;
                courses++;
            }
        }
        return new Sum(credits, courses);
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

    private static boolean holds(Limit limit, Sum used) {
        return used.credits >= limit.atLeast().map(Ects::hundredths).orElse(0)
                && used.credits <= limit.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                && used.courses >= limit.coursesAtLeast().orElse(0)
                && used.courses <= limit.coursesAtMost().orElse(Integer.MAX_VALUE);
    }

    private void requirementFigures(List<Line> held) {
        for (var line : held) {
            cut(line);
        }
        for (var figures : claim.requirements()) {
            var take = takes.get(figures.id());
            if (take == null) {
                continue;
            }
            var sum = sum(take.id(), held);
            int needed = take.credits().map(Ects::hundredths).orElse(0);
            boolean isAsked = asked.contains(take.id());
            boolean met = isAsked && met(take, sum);
            int missing = isAsked ? Math.max(0, needed - sum.credits) : 0;
            if (sum.credits != figures.counted().hundredths()
                    || missing != figures.missing().hundredths()
                    || met != (figures.state() == State.MET)) {
                doubt(
                        "audit.requirement-figure",
                        take.id(),
                        new Ects(sum.credits),
                        new Ects(missing));
            }
        }
    }

    /** That a credential counts with more than it has nowhere, and in part only where allowed. */
    private void cut(Line line) {
        int whole = line.facts.credits().hundredths();
        if (line.credits > whole) {
            doubt("audit.too-many-credits", line.facts.id(), new Ects(whole));
        }
        if (line.credits >= whole) {
            return;
        }
        boolean allowed = false;
        for (var requirement : line.requirements) {
            allowed |=
                    Optional.ofNullable(takes.get(requirement)).filter(Take::partial).isPresent();
        }
        for (var limit : limits) {
            allowed |= limit.partial() && limit.where().matches(line.facts, asOf);
        }
        if (!allowed) {
            doubt("audit.cut-credential", line.facts.id(), new Ects(line.credits));
        }
    }

    private void limitFigures(List<Line> held) {
        var byId = new HashMap<String, Limit>();
        for (var limit : limits) {
            byId.put(limit.id(), limit);
        }
        for (var figures : claim.limits()) {
            var limit = byId.get(figures.id());
            if (limit == null) {
                doubt("audit.unknown-limit", figures.id());
                continue;
            }
            var used = touching(limit, held);
            if (used.credits != figures.used().hundredths()
                    || holds(limit, used) != figures.holds()) {
                doubt("audit.limit-figure", limit.id(), new Ects(used.credits));
            }
        }
    }

    private void bound(Audit.LowerBound bound) {
        var check = new BoundCheck(rulebook, portfolio, entering.values(), courses);
        boolean shows = check.holds(bound);
        long missing = claim.missing().map(Ects::hundredths).orElse(0);
        boolean shared =
                pairs.stream()
                        .anyMatch(
                                pair ->
                                        bound.requirements().contains(pair.one())
                                                && bound.requirements().contains(pair.other()));
        boolean exact = !claim.proof().equals("search");
        boolean credits = bound.measure() == Audit.Measure.CREDITS;
        if (!shows
                || bound.missing() <= 0
                || claim.result() == Result.SATISFIED
                || (credits && !shared && claim.missing().isPresent() && bound.missing() > missing)
                || (exact && (shared || !credits || bound.missing() != missing))) {
            doubt("audit.wrong-bound", "proof", bound.needed(), bound.available());
        }
    }
}
