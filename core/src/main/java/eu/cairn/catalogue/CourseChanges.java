package eu.cairn.catalogue;

import eu.cairn.catalogue.DesignValue.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two designs of a course, by element; of an entry that was added or removed,
 * the parts that count elsewhere (hours, kind of time, outcomes, level aimed at) are changes too.
 *
 * @param all in the order of {@link DesignElement}, entries of a list in the order of the newer
 */
public record CourseChanges(List<Change> all) {

    public CourseChanges {
        all = List.copyOf(all);
    }

    /** What became of an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** An entry of a list that stands at another place among the others. */
        MOVED
    }

    /**
     * One element that differs.
     *
     * @param entry which entry of a list it is about, such as {@code LO2} or the title of an
     *     activity; empty where the design has one such element
     * @param before what was stated, empty if nothing was
     * @param after what is stated now, empty if nothing is
     */
    public record Change(
            DesignElement element,
            String entry,
            Kind kind,
            Optional<DesignValue> before,
            Optional<DesignValue> after) {

        /** The difference word by word, where two wordings stand beside each other. */
        public List<Wording.Piece> wording() {
            return before.orElse(null) instanceof DesignValue.Text(var was, var language)
                            && after.orElse(null) instanceof DesignValue.Text(var is, var same)
                    ? Wording.pieces(was, is)
                    : List.of();
        }

        /** How much a figure grew, below zero if it fell; nothing stated counts as none. */
        public Optional<BigDecimal> difference() {
            return unit().map(unit -> amount(after).subtract(amount(before)));
        }

        private Optional<Unit> unit() {
            return after.or(() -> before)
                    .filter(DesignValue.Figure.class::isInstance)
                    .map(value -> ((DesignValue.Figure) value).unit());
        }

        private static BigDecimal amount(Optional<DesignValue> value) {
            return value.orElse(null) instanceof DesignValue.Figure(var amount, var unit)
                    ? amount
                    : BigDecimal.ZERO;
        }
    }

    /** Sets two designs beside each other; the first is the older one. */
    public static CourseChanges between(CourseDesign before, CourseDesign after) {
        return new CourseChanges(new DesignComparison(before, after).changes());
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** The changes of one element. */
    public List<Change> of(DesignElement element) {
        return all.stream().filter(change -> change.element() == element).toList();
    }
}
