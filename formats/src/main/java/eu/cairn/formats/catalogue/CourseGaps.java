package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.WorkloadSum;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a published course lacks before it could be submitted as a design here, under the levels and
 * the hours per credit of its own country.
 *
 * @param missing what the page does not state
 * @param contradictory what it states and cannot be so, or fits no field as it is written
 * @param hints what a reviewer may ask about
 */
public record CourseGaps(List<Refusal> missing, List<Refusal> contradictory, List<Refusal> hints) {

    /** Faults that say "not stated" without a code that ends in {@code -missing}. */
    private static final Set<String> UNSTATED =
            Set.of(
                    "catalogue.outcome-not-taught",
                    "catalogue.outcome-not-assessed",
                    "catalogue.hours-too-few",
                    "catalogue.contact-too-little");

    /** Faults that mean "not stated" where the field is empty, and "wrong" where it is not. */
    private static final Set<String> UNSTATED_WHERE_BLANK =
            Set.of("catalogue.hours-invalid", "catalogue.weight-invalid");

    private static final String NO_WEIGHTS = "catalogue.weights-not-100";

    public CourseGaps {
        missing = List.copyOf(missing);
        contradictory = List.copyOf(contradictory);
        hints = List.copyOf(hints);
    }

    /** Reviews a published course as of {@code day}. */
    public static CourseGaps of(
            PublishedCourse course, NationalFrameworks frameworks, LocalDate day) {
        var review = DesignReview.of(course.draft(), course.country(), frameworks, day);
        var missing = new ArrayList<Refusal>();
        var contradictory = new ArrayList<Refusal>();
        for (var fault : review.faults()) {
            (isUnstated(fault) ? missing : contradictory).add(fault);
        }
        contradictory.addAll(statedHours(course, review.workload()));
        return new CourseGaps(
                missing,
                contradictory,
                Stream.concat(course.leftOut().stream(), review.hints().stream()).toList());
    }

    /** Whether the course could be submitted as it stands. */
    public boolean complete() {
        return missing.isEmpty() && contradictory.isEmpty();
    }

    /** Everything: first what is missing, then what contradicts, then the hints. */
    public List<Refusal> all() {
        return Stream.of(missing, contradictory, hints).flatMap(List::stream).toList();
    }

    private static boolean isUnstated(Refusal fault) {
        return fault.code().endsWith("-missing")
                || UNSTATED.contains(fault.code())
                || (UNSTATED_WHERE_BLANK.contains(fault.code())
                        && fault.parameters().getFirst().isBlank())
                || (fault.code().equals(NO_WEIGHTS) && fault.parameters().getFirst().equals("0"));
    }

    /** The hours of the whole course against those of its parts and those of its credits. */
    private static List<Refusal> statedHours(PublishedCourse course, WorkloadSum workload) {
        if (course.statedHours().isEmpty()) {
            return List.of();
        }
        var stated = course.statedHours().get();
        var found = new ArrayList<Refusal>();
        var parts = workload.total();
        if (!parts.equals(LearningHours.ZERO)
                && (parts.compareTo(stated.min()) < 0 || parts.compareTo(stated.max()) > 0)) {
            found.add(Refusal.of("import.hours-do-not-add-up", "workload", parts, stated));
        }
        workload.band()
                .filter(
                        band ->
                                stated.max().compareTo(band.min()) < 0
                                        || stated.min().compareTo(band.max()) > 0)
                .ifPresent(
                        band ->
                                found.add(
                                        Refusal.of(
                                                "import.hours-contradict-credits",
                                                "workload",
                                                stated,
                                                band.min(),
                                                band.max())));
        return found;
    }
}
