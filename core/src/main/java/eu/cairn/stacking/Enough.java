package eu.cairn.stacking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether sets of these courses satisfy the rulebook on this day; each is asked once. */
final class Enough {

    private static final int MOST = 400;

    private final List<BitSet> are = new ArrayList<>();
    private final List<BitSet> areNot = new ArrayList<>();
    private final Map<BitSet, Optional<Boolean>> known = new HashMap<>();
    private final PlanProblem problem;
    private final List<Offer> offers;
    private final LocalDate day;

    Enough(PlanProblem problem, List<Offer> offers, LocalDate day) {
        this.problem = problem;
        this.offers = offers;
        this.day = day;
    }

    boolean knows(BitSet some) {
        return known(some).isPresent() || known.containsKey(some);
    }

    private Optional<Boolean> known(BitSet some) {
        if (are.stream().anyMatch(each -> within(each, some))) {
            return Optional.of(true);
        }
        return areNot.stream().anyMatch(each -> within(some, each))
                ? Optional.of(false)
                : Optional.empty();
    }

    /** Whether they are; empty where it could not be decided. More courses are never worse. */
    Optional<Boolean> of(BitSet some) {
        var before = known(some);
        if (before.isPresent()) {
            return before;
        }
        return known.computeIfAbsent((BitSet) some.clone(), this::ask);
    }

    private Optional<Boolean> ask(BitSet some) {
        var chosen = some.stream().mapToObj(offers::get).toList();
        var answer = problem.satisfied(chosen, day);
        answer.ifPresent(
                yes -> {
                    var list = yes ? are : areNot;
                    list.addFirst((BitSet) some.clone());
                    if (list.size() > MOST) {
                        list.removeLast();
                    }
                });
        return answer;
    }

    private static boolean within(BitSet small, BitSet large) {
        var rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }
}
