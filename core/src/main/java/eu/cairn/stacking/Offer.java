package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run of a course that a learner could take, and the credential that it would give.
 *
 * @param facts the credential that it would give; its day of award is the last day of the course
 * @param start the first day, {@code end} the last
 * @param enrolBy the last day to enrol; the first day of the course where none is stated
 * @param places how many are left; unknown is taken to be enough
 * @param needs of each set one course has to be held, or completed, when this one starts
 * @param dated whether its days are known. Otherwise {@code start} and {@code end} are the day as
 *     on which its credential is judged, and it runs beside no other course
 */
public record Offer(
        String id,
        HeldCredential facts,
        LocalDate start,
        LocalDate end,
        Optional<LocalDate> enrolBy,
        Optional<Integer> places,
        Optional<Price> price,
        List<Set<String>> needs,
        boolean dated) {

    public Offer {
        if (id.isBlank() || facts.course().isEmpty() || end.isBefore(start)) {
            throw new IllegalArgumentException("an offer has an id, a course, and ends last");
        }
        if (places.stream().anyMatch(left -> left < 0)) {
            throw new IllegalArgumentException("places are never fewer than none");
        }
        needs = needs.stream().map(any -> (Set<String>) new TreeSet<>(any)).toList();
        facts = HeldCredentialFacts.copy(facts).awarded(end).credential();
    }

    /** A run whose days are known. */
    public Offer(
            String id,
            HeldCredential facts,
            LocalDate start,
            LocalDate end,
            Optional<LocalDate> enrolBy,
            Optional<Integer> places,
            Optional<Price> price,
            List<Set<String>> needs) {
        this(id, facts, start, end, enrolBy, places, price, needs, true);
    }

    /** A course whose days are not known, judged as if it were over on {@code day}. */
    public static Offer undated(String id, HeldCredential facts, LocalDate day) {
        return new Offer(
                id,
                facts,
                day,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    public String course() {
        return facts.course().orElseThrow();
    }

    public String title() {
        return facts.title().orElse(course());
    }

    public Ects credits() {
        return facts.credits();
    }

    /** The workload in hours, where it is stated as a number. */
    public Optional<BigDecimal> hours() {
        return facts.value(Fact.HOURS)
                .filter(value -> value.matches("\\d{1,6}(\\.\\d{1,2})?"))
                .map(BigDecimal::new);
    }

    /** The last day on which a learner can still join. */
    public LocalDate lastDayToEnrol() {
        return enrolBy.filter(day -> day.isBefore(start)).orElse(start);
    }

    /** The credential that it would give, by this id. */
    HeldCredential credential(String credentialId) {
        return new HeldCredential(
                credentialId,
                facts.title(),
                facts.issuerName(),
                facts.credits(),
                CredentialStatus.VALID,
                facts.awarded(),
                facts.revalidated(),
                facts.expires(),
                facts.facts());
    }
}
