package eu.cairn.stacking;

/**
 * How many a rule asks for: of courses, or of the alternatives of a choice.
 *
 * @param number the figure, at least 1
 * @param exactly whether more than the figure is refused as well
 */
public record Count(int number, boolean exactly) {

    public Count {
        if (number < 1) {
            throw new IllegalArgumentException("a count is at least 1: " + number);
        }
    }

    public static Count atLeast(int number) {
        return new Count(number, false);
    }

    public static Count exactly(int number) {
        return new Count(number, true);
    }
}
