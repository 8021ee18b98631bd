package eu.cairn.stacking;

import java.util.Arrays;
import java.util.Optional;

/**
 * What makes one plan better than another. Each goal goes on to the next where two plans are equal;
 * prices take part only where all can be compared, and a fixed order of the offers comes last.
 */
public enum PlanGoal {
    /** Fewest credits, then soonest finish, lowest price, fewest courses. */
    FEWEST_CREDITS("fewest-credits"),
    /** Soonest finish, then fewest credits, lowest price, fewest courses. */
    SOONEST_FINISH("soonest"),
    /** Lowest price, then fewest credits, soonest finish, fewest courses. */
    LOWEST_COST("cheapest");

    private final String code;

    PlanGoal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PlanGoal> ofCode(String code) {
        return Arrays.stream(values()).filter(goal -> goal.code.equals(code)).findFirst();
    }
}
