package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Confirms what an audit claims, without the search and in time linear in its size: that the
 * assignment keeps every rule, that it satisfies the rulebook if it says so, that the completion
 * does otherwise, that every figure is right, and that the lower bound holds where one is given.
 * Where the bound is the missing figure, nothing less could do; otherwise that is beyond it.
 *
 * <p>One object checks any number of audits under one rulebook, from any number of threads.
 */
public final class AuditCheck {

    /** One credential in its requirements: held, a block of a bundle, or further. */
    record Line(HeldCredential facts, List<String> requirements, int credits) {
        boolean isIn(String requirement) {
            return requirements.contains(requirement);
        }
    }

    final Rulebook rulebook;
    final Map<String, Take> takes = new HashMap<>();
    final List<Limit> limits;
    final List<Rulebook.Pair> pairs;

    private AuditCheck(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.limits = rulebook.everyLimit().toList();
        this.pairs = rulebook.pairs();
        rulebook.takes().forEach(take -> takes.put(take.id(), take));
    }

    /** Checks audits under one rulebook. */
    public static AuditCheck under(Rulebook rulebook) {
        return new AuditCheck(rulebook);
    }

    /** Every reason not to believe {@code claim}; none where it is confirmed. */
    public static List<Refusal> doubts(Rulebook rulebook, Portfolio portfolio, Claim claim) {
        return under(rulebook).doubts(portfolio, claim);
    }

    /** Every reason not to believe {@code claim} about {@code portfolio}. */
    public List<Refusal> doubts(Portfolio portfolio, Claim claim) {
        var doubts = new ArrayList<Refusal>();
        boolean decided = claim.missing().isPresent();
        var asked = new HashSet<String>();
        for (var requirement : rulebook.requirements()) {
            ask(requirement, claim, asked, doubts);
        }
        var filling = new FillingCheck(this, portfolio, claim, asked, doubts);
        var held = filling.held();
        var figures = new FiguresCheck(this, claim, asked, portfolio.asOf(), doubts);
        figures.count(held);
        figures.compare();
        if (claim.bound().isPresent()) {
            bound(portfolio, claim, claim.bound().get(), filling, doubts);
        }
        if (decided) {
            var further = filling.further();
            figures.count(further);
            figures.satisfied();
            filling.together(further);
            result(claim, further, doubts);
        } else {
            filling.together(List.of());
            if (claim.result() == Result.SATISFIED || !claim.counted().isEmpty()) {
                doubts.add(Refusal.of("audit.missing-figure", "missingCredits", "?", "0"));
            }
        }
        return List.copyOf(doubts);
    }

    /** Gathers which requirements are asked, by what the claim says was chosen. */
    private static void ask(
            Requirement requirement, Claim claim, Set<String> asked, List<Refusal> doubts) {
        switch (requirement) {
            case Take take -> asked.add(take.id());
            case All all -> {
                for (var each : all.of()) {
                    ask(each, claim, asked, doubts);
                }
            }
            case Choose choose -> {
                int count = 0;
                for (var each : choose.of()) {
                    if (claim.chosen().contains(each.id())) {
                        count++;
                        ask(each, claim, asked, doubts);
                    }
                }
                boolean right =
                        choose.count().exactly()
                                ? count == choose.count().number()
                                : count >= choose.count().number();
                if (!right && claim.missing().isPresent()) {
                    doubts.add(
                            Refusal.of(
                                    "audit.wrong-choice",
                                    choose.id(),
                                    count,
                                    choose.count().number()));
                }
            }
        }
    }

    private static void result(Claim claim, Collection<Line> further, List<Refusal> doubts) {
        int sum = 0;
        for (var line : further) {
            sum += line.credits();
        }
        var missing = claim.missing().orElseThrow();
        if (sum != missing.hundredths()) {
            doubts.add(
                    Refusal.of("audit.missing-figure", "missingCredits", missing, new Ects(sum)));
        }
        if (claim.completion().isEmpty() != (claim.result() == Result.SATISFIED)) {
            doubts.add(Refusal.of("audit.wrong-result", "result", claim.result().code()));
        }
    }

    private void bound(
            Portfolio portfolio,
            Claim claim,
            Audit.LowerBound bound,
            FillingCheck filling,
            List<Refusal> doubts) {
        var check = new BoundCheck(this, portfolio, filling.entering(), filling.courses());
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
            doubts.add(Refusal.of("audit.wrong-bound", "proof", bound.needed(), bound.available()));
        }
    }
}
