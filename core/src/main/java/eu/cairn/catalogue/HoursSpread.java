package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What several learners reported, told so that nobody among them can be made out: from five reports
 * on, as median and middle half to the half hour; of fewer, only how many there are.
 *
 * @param reports how many learners reported
 * @param figures empty where there are fewer than five
 */
public record HoursSpread(int reports, Optional<Figures> figures) {

    /** From how many reports on figures are shown. */
    public static final int SHOWN_FROM = 5;

    private static final int HALF_HOUR = 30;

    /**
     * The middle of what was reported. Quartiles lie between two reports in proportion (Hyndman and
     * Fan 1996, definition 7), as spreadsheets reckon them.
     *
     * @param lower a quarter of the reports lie below
     * @param upper a quarter of the reports lie above
     */
    public record Figures(LearningHours lower, LearningHours median, LearningHours upper) {}

    public static HoursSpread of(Collection<LearningHours> reported) {
        var minutes = reported.stream().map(LearningHours::minutes).sorted().toList();
        return new HoursSpread(
                minutes.size(),
                minutes.size() < SHOWN_FROM
                        ? Optional.empty()
                        : Optional.of(
                                new Figures(
                                        quarter(minutes, 1),
                                        quarter(minutes, 2),
                                        quarter(minutes, 3))));
    }

    private static LearningHours quarter(List<Integer> sorted, int quarters) {
        long reach = (long) (sorted.size() - 1) * quarters;
        int below = (int) (reach / 4);
        long further = reach % 4;
        long low = sorted.get(below);
        long high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        double exact = low + (high - low) * further / 4.0;
        return new LearningHours(Math.toIntExact(Math.round(exact / HALF_HOUR) * HALF_HOUR));
    }
}
