package eu.cairn.stacking;

import java.time.LocalDate;
import java.util.List;

/** What a planner says. */
public sealed interface PlanAnswer {

    /** Nothing has to be taken: the audit is satisfied today. */
    record Satisfied(Audit audit) implements PlanAnswer {}

    /**
     * Nothing has to be taken, only waited for: what stands in the way today no longer does, such
     * as the age of a credential to which a ceiling applies.
     *
     * @param day on which the rules are satisfied, and not known to be on the day before; looked
     *     for between today and the days on which courses on offer end
     * @param audit on that day, of what is held today
     */
    record Waits(LocalDate day, Audit audit) implements PlanAnswer {}

    /**
     * There are plans, the best first; of two of them neither has all the courses of the other.
     *
     * @param complete whether it is known that there are no further ways, or as many were found as
     *     were asked for
     */
    record Found(List<Plan> plans, boolean complete, List<NotPlanned> notPlanned)
            implements PlanAnswer {
        public Found {
            plans = List.copyOf(plans);
            notPlanned = List.copyOf(notPlanned);
        }
    }

    /**
     * These offers hold no plan.
     *
     * @param nearest the audit with every course that could be taken at all; what it misses, no
     *     offer fills. Where it is satisfied, dates, load or price stand in the way
     */
    record None(Audit nearest, List<NotPlanned> notPlanned) implements PlanAnswer {
        public None {
            notPlanned = List.copyOf(notPlanned);
        }
    }

    /** Prices in several currencies: which plan is cheapest cannot be said without rates. */
    record Incomparable(List<String> currencies) implements PlanAnswer {
        public Incomparable {
            currencies = List.copyOf(currencies);
        }
    }

    /** The work was spent before a plan was found. That is not a no. */
    record Unfinished(List<NotPlanned> notPlanned) implements PlanAnswer {
        public Unfinished {
            notPlanned = List.copyOf(notPlanned);
        }
    }
}
