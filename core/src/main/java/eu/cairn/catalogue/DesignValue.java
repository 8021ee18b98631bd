package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import eu.cairn.framework.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a design states for one of its elements, as it can be set beside that of another version.
 */
public sealed interface DesignValue {

    /** Words, in a language where that is known. */
    record Text(String text, Optional<Language> language) implements DesignValue {}

    /** An amount, exact to a hundredth of its unit. */
    record Figure(BigDecimal amount, Unit unit) implements DesignValue {}

    /** A choice of a closed vocabulary. */
    record Choice(Coded choice) implements DesignValue {}

    /** The days of a run, both included. */
    record Days(LocalDate from, LocalDate to) implements DesignValue {}

    /** Several things of which the order says nothing: codes of outcomes, skills, translations. */
    record Several(List<String> each) implements DesignValue {
        public Several {
            each = List.copyOf(each);
        }
    }

    /** What a figure counts. */
    enum Unit {
        ECTS,
        HOURS,
        PERCENT,
        MONTHS,
        LEVEL,
        /** The place in a list, from 1. */
        PLACE
    }

    static DesignValue text(String text) {
        return new Text(text, Optional.empty());
    }

    static DesignValue figure(int amount, Unit unit) {
        return new Figure(BigDecimal.valueOf(amount), unit);
    }
}
