package eu.cairn.award;

import eu.cairn.framework.Ects;

/**
 * How much one person is about to award for a course.
 *
 * @param credentials how many of this batch are ready
 * @param each the credits of one of them
 * @param earlier how many the same person awarded for the course within the last day without a
 *     second approval, so that a file that is split is as large as it was whole
 */
public record BatchSize(int credentials, Ects each, int earlier) {

    public BatchSize {
        if (credentials < 0 || earlier < 0) {
            throw new IllegalArgumentException("a number of credentials is never negative");
        }
    }

    /** All credentials that count towards a limit. */
    public int counted() {
        return Math.addExact(credentials, earlier);
    }

    /** The credits of all that count towards a limit. */
    public Ects credits() {
        return new Ects(Math.multiplyExact(each.hundredths(), counted()));
    }
}
