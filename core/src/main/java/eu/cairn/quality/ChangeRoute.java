package eu.cairn.quality;

import eu.cairn.catalogue.CourseChanges;
import eu.cairn.catalogue.CourseChanges.Change;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.DesignElement;
import eu.cairn.catalogue.DesignValue;
import eu.cairn.catalogue.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which way a new version of an approved course goes: at once by notification, or to a review of
 * the criteria that it touches.
 *
 * <p>For each criterion the version is compared with the one on which a person last made a finding
 * on that criterion, never with one that was approved by notification; so editorial changes add up
 * until they are substantial.
 *
 * @param changes every change with the rule that it was judged by
 */
public record ChangeRoute(List<Judged> changes) {

    public ChangeRoute {
        changes = List.copyOf(changes);
    }

    /**
     * A change and what it is by its rule.
     *
     * @param since the number of the version that it is a change from
     */
    public record Judged(Change change, ChangeRule rule, boolean substantial, int since) {}

    /**
     * The way of a version after {@code last}, an approval that holds.
     *
     * @param designs the design of each version by its number, at least of those in which the
     *     findings of {@code last} were made
     */
    public static ChangeRoute of(
            QualityDecision last, Map<Integer, CourseDesign> designs, CourseDesign next) {
        var judged = new ArrayList<Judged>();
        var compared = new HashMap<Integer, Compared>();
        for (var finding : last.findings()) {
            int since = last.origin(finding.criterion()).version();
            var found = compared.computeIfAbsent(since, of -> compared(of, designs, next));
            for (var change : found.changes().all()) {
                var rule = ChangeRule.of(change.element());
                if (rule.criterion().equals(finding.criterion())) {
                    judged.add(
                            new Judged(
                                    change,
                                    rule,
                                    substantial(rule, change, found.hoursPercent()),
                                    since));
                }
            }
        }
        return new ChangeRoute(judged);
    }

    /**
     * What differs from a version that was reviewed.
     *
     * @param hoursPercent all hours that were added, dropped or moved, in percent of those
     *     reviewed, rounded up
     */
    private record Compared(CourseChanges changes, int hoursPercent) {}

    private static Compared compared(
            int since, Map<Integer, CourseDesign> designs, CourseDesign next) {
        var reviewed = designs.get(since);
        if (reviewed == null) {
            throw new IllegalArgumentException("version " + since + " is not at hand");
        }
        var changes = CourseChanges.between(reviewed, next);
        return new Compared(changes, hoursPercent(changes, reviewed));
    }

    /** Whether the version may be approved by notification. */
    public boolean editorial() {
        return changes.stream().noneMatch(Judged::substantial);
    }

    /** The criteria that are reviewed again. */
    public Set<String> criteria() {
        var touched = new LinkedHashSet<String>();
        changes.stream()
                .filter(Judged::substantial)
                .forEach(one -> touched.add(one.rule().criterion()));
        return touched;
    }

    private static boolean substantial(ChangeRule rule, Change change, int hoursPercent) {
        return switch (rule.weight()) {
            case EDITORIAL -> false;
            case SUBSTANTIAL -> true;
            case ENTRIES -> change.kind() != CourseChanges.Kind.MOVED;
            case TYPOGRAPHY -> !saysTheSame(change, Wording::onlyTypography);
            case SPELLING -> !saysTheSame(change, Wording::onlySpelling);
            case WORDS -> words(change) > ChangeRule.WORDS_PERCENT;
            case HOURS -> hoursPercent > ChangeRule.HOURS_PERCENT;
        };
    }

    /** Whether a text says the same as before, in the same language. */
    private static boolean saysTheSame(Change change, BiPredicate<String, String> same) {
        return change.before().orElse(null) instanceof DesignValue.Text(var was, var l)
                && change.after().orElse(null) instanceof DesignValue.Text(var is, var m)
                && l.equals(m)
                && same.test(was, is);
    }

    /** A text that is new or gone is another one. */
    private static int words(Change change) {
        return change.before().orElse(null) instanceof DesignValue.Text(var was, var l)
                        && change.after().orElse(null) instanceof DesignValue.Text(var is, var m)
                ? Wording.percentChanged(was, is)
                : 100;
    }

    private static int hoursPercent(CourseChanges changes, CourseDesign reviewed) {
        long minutes = 0;
        for (var element : List.of(DesignElement.ACTIVITY_HOURS, DesignElement.TASK_HOURS)) {
            for (var change : changes.of(element)) {
                minutes +=
                        change.difference().orElseThrow().abs().movePointRight(2).longValue()
                                * 60
                                / 100;
            }
        }
        int all = Math.max(1, reviewed.hours().minutes());
        return (int) Math.min(100, (100 * minutes + all - 1) / all);
    }
}
