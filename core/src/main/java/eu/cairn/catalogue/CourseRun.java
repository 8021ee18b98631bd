package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of an approved course: when and where it takes place and on which terms. Form of
 * participation, language, outcomes and workload are those of the course, so no run needs a review.
 *
 * @param from first day
 * @param to last day, included
 * @param applyBy last day to apply, where there is one
 * @param places how many can take part, where that is limited
 * @param where town and building, or the platform
 * @param price empty where it is not stated, which is not free
 * @param funding which public funding it entitles to, in words
 * @param refunds who gets money back, when and how much, in words
 */
public record CourseRun(
        LocalDate from,
        LocalDate to,
        Optional<LocalDate> applyBy,
        Optional<Integer> places,
        Optional<String> where,
        Optional<Price> price,
        Optional<String> funding,
        Optional<String> refunds) {

    private static final int DAYS_OF_WEEK = 7;

    public CourseRun {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a run ends before it starts");
        }
    }

    /** The run that a design names, of which nothing but its days is known. */
    public static CourseRun of(CourseDesign.Run run) {
        return new CourseRun(
                run.from(),
                run.to().isBefore(run.from()) ? run.from() : run.to(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * All runs of a course that take place, by first day: those that were announced, or the one
     * that its design names as long as none was ever announced.
     *
     * @param announced those that take place
     * @param cancelled those that were announced and do not
     */
    public static List<CourseRun> all(
            CourseDesign design, List<CourseRun> announced, List<CourseRun> cancelled) {
        var named =
                announced.isEmpty() && cancelled.isEmpty()
                        ? design.firstRun().stream().map(CourseRun::of)
                        : Stream.<CourseRun>empty();
        return Stream.concat(announced.stream(), named)
                .sorted(Comparator.comparing(CourseRun::from).thenComparing(CourseRun::to))
                .toList();
    }

    /** What makes the run impossible or repeats another; empty where nothing does. */
    List<Refusal> faults(LearningHours hours, List<CourseRun> others) {
        var faults = new ArrayList<Refusal>();
        applyBy.filter(to::isBefore)
                .ifPresent(
                        day ->
                                faults.add(
                                        Refusal.of(
                                                "catalogue.run-deadline-after-end",
                                                "applyBy",
                                                day,
                                                to)));
        if (days() > MOST_DAYS) {
            faults.add(Refusal.of("catalogue.run-too-long", "endsOn", days(), MOST_DAYS));
        }
        if (hours.minutes() > days() * MOST_HOURS_A_DAY * 60) {
            faults.add(
                    Refusal.of(
                            "catalogue.run-too-short", "endsOn", hours, days(), MOST_HOURS_A_DAY));
        }
        if (others.stream().anyMatch(this::isTheSameAs)) {
            faults.add(Refusal.of("catalogue.run-twice", "startsOn", from, to));
        }
        return faults;
    }

    /** Three years: longer is a programme. */
    static final int MOST_DAYS = 3 * 366;

    static final int MOST_HOURS_A_DAY = 16;

    private boolean isTheSameAs(CourseRun other) {
        return isOnTheDaysOf(other) && where.orElse("").equalsIgnoreCase(other.where.orElse(""));
    }

    private boolean isOnTheDaysOf(CourseRun other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    /** How many days it lasts, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The hours a week that a course of {@code hours} takes; all of them in a shorter run. */
    public LearningHours aWeek(LearningHours hours) {
        long days = Math.max(DAYS_OF_WEEK, days());
        return new LearningHours(
                Math.toIntExact(Math.round(hours.minutes() * (double) DAYS_OF_WEEK / days)));
    }

    /** The last day on which somebody can still join. */
    public LocalDate joinableUntil() {
        return applyBy.orElse(from);
    }

    /** Whether somebody can still join on {@code day}. */
    public boolean isOpenOn(LocalDate day) {
        return !joinableUntil().isBefore(day);
    }
}
