package eu.cairn.app.stacking;

import eu.cairn.formats.stacking.OffersReader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.PlanConstraints;
import eu.cairn.stacking.PlanGoal;
import eu.cairn.stacking.Planner;
import eu.cairn.stacking.Price;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of plans, as it is written on a command line or in an address.
 *
 * @param goal a code of {@link PlanGoal}
 * @param ways how many plans are wanted
 * @param load the most credits at the same time
 * @param price the most that a plan may cost, with its currency
 * @param from the first day on which a course may start, ISO 8601
 */
public record PlanOptions(
        Optional<String> goal,
        Optional<String> ways,
        Optional<String> load,
        Optional<String> price,
        List<String> languages,
        Optional<String> from) {

    /** Years that a course can start in. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2200;

    /** The same, read. */
    public record Asked(PlanGoal goal, int ways, PlanConstraints constraints) {}

    public Decided<Asked> read() {
        var refusals = new ArrayList<Refusal>();
        var wanted = goal.flatMap(PlanGoal::ofCode);
        if (goal.isPresent() && wanted.isEmpty()) {
            refusals.add(Refusal.of("plan.unknown-goal", "goal", goal.get()));
        }
        var number = ways.filter(text -> text.matches("[1-" + Planner.MOST_WAYS + "]"));
        if (ways.isPresent() && number.isEmpty()) {
            refusals.add(
                    Refusal.of("plan.ways-out-of-range", "ways", ways.get(), Planner.MOST_WAYS));
        }
        var credits = load.flatMap(Ects::parse);
        if (load.isPresent() && credits.isEmpty()) {
            refusals.add(Refusal.of("plan.out-of-range", "load", load.get()));
        }
        Optional<Price> most = Optional.empty();
        if (price.isPresent()) {
            var read = OffersReader.readPrice(price.get());
            refusals.addAll(read.reasons());
            most = read instanceof Decided.Accepted<Price>(var value) ? Optional.of(value) : most;
        }
        var day = from.flatMap(PlanOptions::day);
        if (from.isPresent() && day.isEmpty()) {
            refusals.add(Refusal.of("plan.not-a-date", "from", from.get()));
        }
        return refusals.isEmpty()
                ? Decided.accepted(
                        new Asked(
                                wanted.orElse(PlanGoal.SOONEST_FINISH),
                                number.map(Integer::valueOf).orElse(Planner.MOST_WAYS),
                                new PlanConstraints(credits, most, Set.copyOf(languages), day)))
                : Decided.refused(refusals);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
