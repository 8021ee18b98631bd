package eu.cairn.bench;

import java.util.OptionalLong;

/** What an engine says about a learner, as far as it says anything. */
sealed interface Answer {

    /** The rulebook is satisfied. */
    record Satisfied() implements Answer {}

    /**
     * It is not.
     *
     * @param missing the least volume of further credits in hundredths; empty where not asked
     */
    record NotSatisfied(OptionalLong missing) implements Answer {}

    /** It is not, and no further credits would satisfy it. */
    record Impossible() implements Answer {}

    /** The time or the work allowed ran out. */
    record Unproven() implements Answer {}

    /** The engine broke, which is never right. */
    record Failed(String why) implements Answer {}

    default boolean proven() {
        return !(this instanceof Unproven);
    }

    /** Whether not both of these can be true. */
    default boolean contradicts(Answer other) {
        if (this instanceof Failed || other instanceof Failed) {
            return true;
        }
        if (!proven() || !other.proven()) {
            return false;
        }
        if (this instanceof Satisfied || other instanceof Satisfied) {
            return !equals(other);
        }
        var one = missing();
        var two = other.missing();
        return one.isPresent() && two.isPresent() && one.getAsLong() != two.getAsLong();
    }

    /** What is missing, more than anything where nothing helps; empty where not known. */
    private OptionalLong missing() {
        return switch (this) {
            case Satisfied satisfied -> OptionalLong.of(0);
            case NotSatisfied not -> not.missing();
            case Impossible impossible -> OptionalLong.of(Long.MAX_VALUE);
            case Unproven unproven -> OptionalLong.empty();
            case Failed failed -> OptionalLong.empty();
        };
    }
}
