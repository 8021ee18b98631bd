package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Portfolio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far what a person holds reaches: every qualification that applies today.
 *
 * @param held how many credentials the person holds
 * @param stacks those in which something counts, the fewest missing credits first
 * @param others those in which nothing counts, by title
 */
public record Reach(int held, List<Stack> stacks, List<PublishedRulebook> others) {

    /** How near a qualification is. */
    public enum Nearness {
        EARNED,
        NEARLY_THERE,
        IN_REACH,
        NOT_DECIDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reach {
        stacks = List.copyOf(stacks);
        others = List.copyOf(others);
    }

    static Reach of(int held, List<Stack> audited, List<PublishedRulebook> untouched) {
        var others = new ArrayList<>(untouched);
        var stacks = new ArrayList<Stack>();
        for (var stack : audited) {
            boolean nothing =
                    stack.audit().result() == Audit.Result.NOT_SATISFIED
                            && stack.audit().counted().isEmpty();
            if (nothing) {
                others.add(stack.rulebook());
            } else {
                stacks.add(stack);
            }
        }
        stacks.sort(
                Comparator.comparing(Reach::nearness)
                        .thenComparing(it -> it.audit().missing().orElse(Portfolio.LARGEST_CREDITS))
                        .thenComparing(it -> it.rulebook().title())
                        .thenComparing(it -> it.rulebook().id()));
        others.sort(
                Comparator.comparing(PublishedRulebook::title)
                        .thenComparing(PublishedRulebook::id));
        return new Reach(held, stacks, others);
    }

    /** Nearly there is where no more credits are missing than count already. */
    static Nearness nearness(Stack stack) {
        return switch (stack.audit().result()) {
            case SATISFIED -> Nearness.EARNED;
            case COULD_NOT_FINISH -> Nearness.NOT_DECIDED;
            case NOT_SATISFIED ->
                    stack.audit().missing().stream()
                                    .anyMatch(it -> it.compareTo(StackViews.counted(stack)) <= 0)
                            ? Nearness.NEARLY_THERE
                            : Nearness.IN_REACH;
        };
    }
}
