package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a machine can say of a design at once: the hours, the alignment, what hinders submission and
 * what is only a hint.
 *
 * @param faults what must be mended before it can be submitted, in the order of the form
 * @param hints what a reviewer may ask about; they hinder nothing
 * @param design the complete design, if nothing is to be mended
 */
public record DesignReview(
        WorkloadSum workload,
        Alignment alignment,
        List<Refusal> faults,
        List<Refusal> hints,
        Optional<CourseDesign> design) {

    /**
     * Reviews a design as it was typed.
     *
     * @param country the country whose hours per credit and levels apply
     * @param day the day as of which reference data is read
     */
    public static DesignReview of(
            CourseDraft draft, Country country, NationalFrameworks frameworks, LocalDate day) {
        return of(draft, Offerer.in(country), frameworks, day, Neighbours.none());
    }

    /**
     * The same where more is known of who offers it, and of what it can refer to.
     *
     * @param neighbours whom it could be awarded with, and what other courses and qualifications
     *     there are
     */
    public static DesignReview of(
            CourseDraft draft,
            Offerer offerer,
            NationalFrameworks frameworks,
            LocalDate day,
            Neighbours neighbours) {
        var reader = new DesignReader(draft, offerer, frameworks, day, neighbours);
        var design = reader.read();
        return new DesignReview(
                WorkloadSum.of(draft, offerer.country()),
                Alignment.of(draft),
                reader.faults(),
                reader.hints(),
                design);
    }

    /** What was answered to a hint, if anything was. */
    public static Optional<String> answer(CourseDraft draft, Refusal hint) {
        return draft.answers().stream()
                .filter(one -> one.code().equals(hint.code()) && one.place().equals(hint.place()))
                .map(one -> one.reason().strip())
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    /** The faults and hints at one place of the form, or below it. */
    public List<Refusal> at(String place) {
        return Stream.concat(faults.stream(), hints.stream())
                .filter(r -> r.place().equals(place) || r.place().startsWith(place + "."))
                .toList();
    }
}
