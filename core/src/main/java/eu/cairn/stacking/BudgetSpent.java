package eu.cairn.stacking;

/** The work that an audit may cost is spent; the audit could not finish. */
final class BudgetSpent extends Exception {

    private static final long serialVersionUID = 1;

    BudgetSpent() {
        super("the work budget is spent", null, false, false);
    }
}
