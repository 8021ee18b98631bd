package eu.cairn.app.stacking;

import eu.cairn.app.account.Acting;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import java.util.Optional;

/** Tells what would change for learners if a rulebook were to apply today. */
public interface WhatIf {

    /** What changes for whoever holds something that the rules, or those that apply now, take. */
    Outcome of(Acting acting, Rulebook draft);

    /**
     * What would change.
     *
     * @param before the version that applies now; absent where none does
     * @param looked how many learners hold something that either version takes
     * @param beyond whether there are more learners than one question looks at
     * @param changes those whose result changes
     */
    record Outcome(Optional<String> before, int looked, boolean beyond, List<Change> changes) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What changes for one learner.
     *
     * @param learner the name by which this institution knows the learner; absent for learners of
     *     others
     * @param before the result now; absent where no version applies
     * @param why what is behind it, in sentences
     */
    record Change(
            Optional<String> learner, Optional<Result> before, Result after, List<String> why) {
        public Change {
            why = List.copyOf(why);
        }
    }

    /**
     * A result.
     *
     * @param result {@code satisfied}, {@code not-satisfied} or {@code could-not-finish}
     * @param missing the fewest credits that complete it, where that is known
     */
    record Result(String result, Ects counted, Optional<Ects> missing) {

        public String words() {
            return switch (result) {
                case "satisfied" -> "Complete";
                case "could-not-finish" -> "Not decided";
                default ->
                        missing.map(it -> it + " ECTS missing").orElse("No credits would do")
                                + ", "
                                + counted
                                + " counted";
            };
        }

        public String shape() {
            return switch (result) {
                case "satisfied" -> "met";
                case "could-not-finish" -> "ask";
                default -> counted.isZero() ? "open" : "part";
            };
        }
    }
}
