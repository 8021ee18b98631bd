package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.WorkloadRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads how the hours are reckoned: they lie in the range of the country, or a person signs why
 * not; and there is as much contact as the country and the institution ask for.
 */
final class TimeReader {

    private static final BigDecimal MOST_CONTACT = BigDecimal.valueOf(60);

    private final CourseDraft draft;
    private final DraftPlan.Time typed;
    private final Offerer offerer;
    private final LocalDate day;
    private final TypedFields fields;

    TimeReader(CourseDraft draft, Offerer offerer, LocalDate day, TypedFields fields) {
        this.draft = draft;
        this.typed = draft.plan().time();
        this.offerer = offerer;
        this.day = day;
        this.fields = fields;
    }

    CoursePlan.Time read() {
        var sum = WorkloadSum.of(draft, offerer.country());
        var rates = rates();
        var minimum = contactMinimum();
        contact(sum, minimum);
        return new CoursePlan.Time(
                Optional.of(new CoursePlan.Range(sum.low(), sum.high())),
                minimum,
                outside(sum),
                rates);
    }

    private List<CoursePlan.Rate> rates() {
        var rates = new ArrayList<CoursePlan.Rate>();
        var methods = new HashSet<String>();
        for (int i = 0; i < typed.rates().size(); i++) {
            var rate = typed.rates().get(i);
            var place = "rates[" + (i + 1) + "]";
            var method = fields.choice(place + ".method", rate.method(), WorkloadRate::ofCode);
            var read = Estimates.read(rate);
            if (method.isEmpty()) {
                continue;
            }
            if (!methods.add(rate.method())) {
                fields.fault(place + ".method", "catalogue.row-twice");
            } else if (read.isEmpty()) {
                fields.fault(
                        place, "catalogue.rate-invalid", rate.low(), rate.likely(), rate.high());
            } else {
                read.ifPresent(rates::add);
            }
        }
        return rates;
    }

    private Optional<BigDecimal> contactMinimum() {
        var plain = typed.contactMinimum().strip().replace(',', '.');
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var hours =
                plain.matches("\\d{1,2}(\\.\\d{1,2})?")
                        ? Optional.of(new BigDecimal(plain))
                        : Optional.<BigDecimal>empty();
        return hours.isPresent() && hours.get().compareTo(MOST_CONTACT) <= 0
                ? hours
                : fields.fault("contactMinimum", "catalogue.hours-invalid", plain);
    }

    /** The contact that the country and the institution ask for, the larger one. */
    private void contact(WorkloadSum sum, Optional<BigDecimal> own) {
        var needed = sum.contactNeeded(own);
        if (needed.isPresent() && sum.of(TimeKind.CONTACT).compareTo(needed.get()) < 0) {
            fields.fault(
                    "contactMinimum",
                    "catalogue.contact-too-little",
                    sum.of(TimeKind.CONTACT),
                    needed.get());
        }
    }

    /** Why the hours lie outside the range, if they do and a person signs it. */
    private Optional<CoursePlan.SignedReason> outside(WorkloadSum sum) {
        var reason = fields.text("outsideReason", typed.reason(), false);
        var band = sum.band();
        if (band.isEmpty() || sum.total().minutes() == 0 || band.get().contains(sum.total())) {
            return Optional.empty();
        }
        var limit =
                sum.total().compareTo(band.get().min()) < 0 ? band.get().min() : band.get().max();
        if (reason.isPresent() && offerer.person().isPresent()) {
            fields.hint(
                    "workload",
                    "catalogue.hours-outside-signed",
                    sum.total(),
                    limit,
                    offerer.person().get());
            return Optional.of(
                    new CoursePlan.SignedReason(reason.get(), offerer.person().get(), day));
        }
        refuse(sum.total(), band.get().min(), band.get().max());
        if (reason.isPresent()) {
            fields.fault("outsideSigned", "catalogue.hours-reason-unsigned");
        }
        return Optional.empty();
    }

    private void refuse(LearningHours planned, LearningHours min, LearningHours max) {
        if (planned.compareTo(min) < 0) {
            fields.fault("workload", "catalogue.hours-too-few", planned, min);
        } else {
            fields.fault("workload", "catalogue.hours-too-many", planned, max);
        }
    }
}
