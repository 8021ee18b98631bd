package eu.cairn.app.portfolio;

import eu.cairn.stacking.Audit;
import java.util.List;
import java.util.Optional;

/**
 * One requirement in the picture of a stack. Lengths are in percent of the longest row, so that a
 * credit is as long in every row.
 *
 * @param within the choice that it is part of, in words; empty where there is none to make
 * @param note what it asks for
 * @param asked {@code of 10.0}, or how many courses
 */
public record StackRow(
        String title,
        String within,
        String note,
        List<Segment> segments,
        Optional<Gap> gap,
        String counted,
        String asked,
        Audit.State state,
        boolean chosen) {

    public StackRow {
        segments = List.copyOf(segments);
    }

    /** The part of a bar that one credential fills. */
    public record Segment(
            String css, String x, String width, String middle, String label, String words) {}

    /** The part that is still open. */
    public record Gap(String x, String width, String middle, String label, String words) {}

    public String shape() {
        return !chosen
                ? "skip"
                : switch (state) {
                    case MET -> "met";
                    case PARTLY -> "part";
                    case OPEN -> "open";
                };
    }

    public String words() {
        return !chosen
                ? "Not chosen"
                : switch (state) {
                    case MET -> "Met";
                    case PARTLY -> "Partly";
                    case OPEN -> "Open";
                };
    }

    /** The same as the bar, in words. */
    public String alternative() {
        var filled = segments.stream().map(Segment::words).toList();
        return (filled.isEmpty()
                        ? "Nothing fills it yet"
                        : "Filled by " + String.join("; ", filled))
                + gap.map(open -> "; " + open.words()).orElse("")
                + ", "
                + asked;
    }
}
