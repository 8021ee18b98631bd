package eu.cairn.portfolio;

import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What some credentials of a transcript add up to.
 *
 * @param credentials how many they are
 * @param credits the ECTS credits of those that state credits, exact to a hundredth
 * @param hours the learning time of those that state it, exact to a minute
 * @param withoutCredits how many state no credits
 * @param withoutHours how many state no hours
 */
public record TranscriptSum(
        int credentials, Ects credits, LearningHours hours, int withoutCredits, int withoutHours) {

    static TranscriptSum of(List<Transcript.Entry> entries) {
        var credits = stated(entries, Workload::credits);
        var hours = stated(entries, Workload::hours);
        return new TranscriptSum(
                entries.size(),
                credits.stream().reduce(Ects.ZERO, Ects::plus),
                hours.stream().reduce(LearningHours.ZERO, LearningHours::plus),
                entries.size() - credits.size(),
                entries.size() - hours.size());
    }

    private static <T> List<T> stated(
            List<Transcript.Entry> entries, Function<Workload, Optional<T>> what) {
        return entries.stream()
                .flatMap(entry -> entry.content().workload().flatMap(what).stream())
                .toList();
    }
}
