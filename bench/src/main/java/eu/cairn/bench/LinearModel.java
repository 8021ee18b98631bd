package eu.cairn.bench;

import java.util.ArrayList;
import java.util.List;

/** An integer linear model that any of the peers can solve: variables from 0 up, and sums. */
final class LinearModel {

    /** A variable, by its number, and what it is multiplied with. */
    record Term(int variable, long factor) {}

    /** That a sum is within bounds, both of which are admitted. */
    record Sum(List<Term> terms, long least, long most) {}

    /** No bound; far from overflow in every solver. */
    static final long UNBOUNDED = 1_000_000;

    private final long unit;
    private final List<Long> most = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<Term> cost = new ArrayList<>();

    /**
     * @param unit the credits that one unit of volume stands for, in hundredths
     */
    LinearModel(long unit) {
        this.unit = unit;
    }

    long unit() {
        return unit;
    }

    /** A new variable from 0 to {@code largest}. */
    int variable(long largest) {
        most.add(largest);
        return most.size() - 1;
    }

    int choice() {
        return variable(1);
    }

    void within(List<Term> terms, long least, long most) {
        sums.add(new Sum(List.copyOf(terms), least, most));
    }

    void atLeast(List<Term> terms, long least) {
        within(terms, least, UNBOUNDED);
    }

    void atMost(List<Term> terms, long most) {
        within(terms, -UNBOUNDED, most);
    }

    /** Adds one for every unit of {@code variable} to what is made least. */
    void costs(int variable) {
        cost.add(new Term(variable, 1));
    }

    List<Long> largest() {
        return most;
    }

    List<Sum> sums() {
        return sums;
    }

    List<Term> cost() {
        return cost;
    }
}
