package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a person's stacks shows.
 *
 * @param held how many credentials the person holds
 * @param lines the qualifications in which something counts, the nearest first
 * @param others those in which nothing counts
 */
public record ReachView(int held, List<Line> lines, List<PublishedRulebook> others) {

    public ReachView {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** The qualifications of one nearness; none where there are none. */
    public List<Line> lines(Reach.Nearness nearness) {
        return lines.stream().filter(line -> line.nearness() == nearness).toList();
    }

    /** The nearnesses that there is something of, the nearest first. */
    public List<Reach.Nearness> nearnesses() {
        return lines.stream().map(Line::nearness).distinct().toList();
    }

    public static String heading(Reach.Nearness nearness) {
        return switch (nearness) {
            case EARNED -> "Earned";
            case NEARLY_THERE -> "Nearly there";
            case IN_REACH -> "In reach";
            case NOT_DECIDED -> "Not decided yet";
        };
    }

    public static String meaning(Reach.Nearness nearness) {
        return switch (nearness) {
            case EARNED -> "Every rule is satisfied; the institution decides on the award";
            case NEARLY_THERE -> "No more credits are missing than count already";
            case IN_REACH -> "Some of what you hold counts";
            case NOT_DECIDED ->
                    "Too much work for a list: the page of the stack searches further. It is not a"
                            + " no";
        };
    }

    /**
     * One qualification.
     *
     * @param missing the fewest credits that complete it; empty where that is not known
     * @param ways what would complete it
     */
    public record Line(
            PublishedRulebook rulebook,
            Reach.Nearness nearness,
            Ects counted,
            Ects total,
            Optional<Ects> missing,
            List<StackView.Way> ways) {

        public Line {
            ways = List.copyOf(ways);
        }

        public String level() {
            return StackView.level(rulebook);
        }

        public String hours() {
            return missing.map(it -> StackView.hours(rulebook.organisation().country(), it))
                    .orElse("");
        }

        public long percent() {
            long most = Math.max(1, total.hundredths());
            return Math.min(100, 100L * counted.hundredths() / most);
        }
    }
}
