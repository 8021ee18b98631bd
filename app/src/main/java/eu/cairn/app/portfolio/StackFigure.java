package eu.cairn.app.portfolio;

import eu.cairn.stacking.Audit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The small cairn in the head of a stack: a stone for each requirement, as wide as its credits, the
 * widest at the bottom. Numbers are in the units of its drawing.
 */
public record StackFigure(int height, List<Stone> stones) {

    private static final double WIDEST = 104;
    private static final double STEP = 11.5;
    private static final int CENTRE = 58;

    /** A stone; {@code filled} is how wide its filled part is. */
    public record Stone(String x, String y, String width, String filled, Audit.State state) {}

    /** The size of a requirement and what counts in it, in hundredths of a credit. */
    record Size(int asked, int counted, Audit.State state) {}

    static StackFigure of(List<Size> sizes) {
        var sorted = new ArrayList<>(sizes);
        sorted.sort(Comparator.comparingInt(Size::asked));
        double most = Math.max(1, sorted.isEmpty() ? 1 : sorted.getLast().asked());
        var stones = new ArrayList<Stone>();
        for (int i = 0; i < sorted.size(); i++) {
            stones.add(stone(sorted.get(i), 1 + i * STEP, most));
        }
        return new StackFigure((int) Math.ceil(sorted.size() * STEP + 2), stones);
    }

    private static Stone stone(Size size, double y, double most) {
        double width = Math.max(10, WIDEST * size.asked() / most);
        double share = Math.min(1, size.counted() / (double) Math.max(1, size.asked()));
        return new Stone(
                number(CENTRE - width / 2),
                number(y),
                number(width),
                number(width * share),
                size.state());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
