package eu.cairn.stacking;

import java.util.Optional;

/** How much work is left, in steps that do not depend on the machine. */
final class Budget {

    private final long steps;
    private final Optional<Budget> whole;
    private long spent;

    Budget(long steps) {
        this(steps, Optional.empty());
    }

    /** A part of {@code whole}: what is spent of it is spent of the whole as well. */
    Budget(long steps, Budget whole) {
        this(steps, Optional.of(whole));
    }

    private Budget(long steps, Optional<Budget> whole) {
        this.steps = steps;
        this.whole = whole;
    }

    void spend(long more) throws BudgetSpent {
        spent += more;
        if (whole.isPresent()) {
            whole.get().spend(more);
        }
        if (spent > steps) {
            throw new BudgetSpent();
        }
    }

    /** Spends all that is left, of the whole as well. */
    BudgetSpent exhausted() {
        spent = Math.max(spent, steps < Long.MAX_VALUE ? steps + 1 : steps);
        whole.ifPresent(Budget::exhausted);
        return new BudgetSpent();
    }

    long spent() {
        return spent;
    }
}
