package eu.cairn.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a typed run, or says everything that is wrong with it. */
public final class RunReader {

    private static final int MOST_PLACES = 1_000_000;
    private static final int MOST_YEARS_AHEAD = 5;

    private final TypedFields fields = new TypedFields();
    private final LocalDate today;

    private RunReader(LocalDate today) {
        this.today = today;
    }

    /**
     * The run that was typed.
     *
     * @param hours what one learner needs for the course
     * @param others the other runs of the course that take place
     */
    public static Decided<CourseRun> read(
            RunDraft draft, LearningHours hours, List<CourseRun> others, LocalDate today) {
        return new RunReader(today).read(draft, hours, others);
    }

    private Decided<CourseRun> read(RunDraft draft, LearningHours hours, List<CourseRun> others) {
        var from = day("startsOn", draft.startsOn());
        var to = day("endsOn", draft.endsOn());
        var applyBy = fields.date("applyBy", draft.applyBy());
        var places = places(draft.places());
        var where = fields.text("where", draft.where(), false);
        var price = price(draft.price(), draft.currency());
        var funding = fields.text("funding", draft.funding(), false);
        var refunds = fields.text("refunds", draft.refunds(), false);
        if (from.isEmpty() || to.isEmpty()) {
            return Decided.refused(fields.faults());
        }
        if (to.get().isBefore(from.get())) {
            fields.fault("endsOn", "catalogue.dates-contradict", from.get(), to.get());
            return Decided.refused(fields.faults());
        }
        if (to.get().isBefore(today)) {
            fields.fault("endsOn", "catalogue.run-over", to.get());
        }
        if (from.get().isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            fields.fault("startsOn", "catalogue.run-far-ahead", from.get(), MOST_YEARS_AHEAD);
        }
        var run =
                new CourseRun(
                        from.get(), to.get(), applyBy, places, where, price, funding, refunds);
        run.faults(hours, others)
                .forEach(
                        fault ->
                                fields.fault(
                                        fault.place(), fault.code(), fault.parameters().toArray()));
        return fields.faults().isEmpty() ? Decided.accepted(run) : Decided.refused(fields.faults());
    }

    private Optional<LocalDate> day(String place, String text) {
        return text.isBlank()
                ? fields.fault(place, "catalogue.text-missing")
                : fields.date(place, text);
    }

    private Optional<Integer> places(String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return plain.matches("[1-9]\\d{0,6}") && Integer.parseInt(plain) <= MOST_PLACES
                ? Optional.of(Integer.parseInt(plain))
                : fields.fault("places", "catalogue.run-places-invalid", text, MOST_PLACES);
    }

    private Optional<Price> price(String amount, String currency) {
        var plain = amount.strip().replace(',', '.');
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (plain.matches("-\\d+(\\.\\d*)?")) {
            return fields.fault("price", "catalogue.run-price-negative", amount);
        }
        if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return fields.fault("price", "catalogue.run-price-invalid", amount);
        }
        var code = currency.strip().toUpperCase(Locale.ROOT);
        if (!isCurrency(code)) {
            return fields.fault("currency", "catalogue.run-currency-unknown", currency);
        }
        return Optional.of(
                new Price(new BigDecimal(plain).movePointRight(2).longValueExact(), code));
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }
}
