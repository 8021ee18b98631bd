package eu.cairn.stacking;

/** How much work is left, in steps that do not depend on the machine. */
final class Budget {

    private final long steps;
    private long spent;

    Budget(long steps) {
        this.steps = steps;
    }

    void spend(long more) throws BudgetSpent {
        spent += more;
        if (spent > steps) {
            throw new BudgetSpent();
        }
    }

    long spent() {
        return spent;
    }
}
