package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.CoursesOnOffer.Run;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Offer;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.Rulebook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The published courses as a planner takes them. A course is taken with the days of its next run
 * that can be joined, and without days where there is none or it begins before the learner can.
 *
 * @param courses by {@link OnOffer#key()}, which is the id of the offer
 * @param earliest the first day on which a course may start
 * @param undated the day as on which courses without days are judged: later than all that have days
 * @param beyond how many published courses one question does not look at
 */
record CourseOffers(
        Map<String, OnOffer> courses,
        Offers offers,
        LocalDate earliest,
        LocalDate undated,
        int beyond) {

    CourseOffers {
        courses = Map.copyOf(courses);
    }

    /**
     * What is published, for a learner who asks on {@code day}.
     *
     * @param from the first day on which a course may start, if it is a later one
     */
    static CourseOffers of(
            List<OnOffer> published, Rulebook rules, LocalDate day, Optional<LocalDate> from) {
        var earliest = from.filter(day::isBefore).orElse(day);
        var courses = new LinkedHashMap<String, OnOffer>();
        published.forEach(course -> courses.put(course.key(), course));
        var looked =
                courses.values().stream()
                        .sorted(
                                Comparator.comparing(
                                        (OnOffer it) -> !isPossible(it, rules, earliest)))
                        .limit(Offers.LARGEST)
                        .toList();
        var undated =
                looked.stream()
                        .flatMap(course -> run(course, earliest).stream())
                        .map(run -> run.to())
                        .max(Comparator.naturalOrder())
                        .orElse(earliest)
                        .plusDays(1);
        return new CourseOffers(
                courses,
                new Offers(
                        looked.stream().map(course -> offer(course, earliest, undated)).toList()),
                earliest,
                undated,
                courses.size() - looked.size());
    }

    /** The course of an offer. */
    OnOffer course(String offer) {
        return Objects.requireNonNull(courses.get(offer), offer);
    }

    private static boolean isPossible(OnOffer course, Rulebook rules, LocalDate day) {
        return !Acceptance.possible(rules, CourseFacts.of(course, day), Set.of(), day).isEmpty();
    }

    private static Optional<Run> run(OnOffer course, LocalDate earliest) {
        return course.nextRun().filter(run -> !run.from().isBefore(earliest));
    }

    private static Offer offer(OnOffer course, LocalDate earliest, LocalDate undated) {
        return run(course, earliest)
                .map(
                        run ->
                                new Offer(
                                        course.key(),
                                        CourseFacts.of(course.key(), course, run.to()),
                                        run.from(),
                                        run.to(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of()))
                .orElseGet(
                        () ->
                                Offer.undated(
                                        course.key(),
                                        CourseFacts.of(course.key(), course, undated),
                                        undated));
    }
}
