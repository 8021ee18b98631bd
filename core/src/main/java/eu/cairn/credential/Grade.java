package eu.cairn.credential;

import java.util.List;

/**
 * A result on a stated scale.
 *
 * @param value the result as recorded, such as {@code 28/30} or {@code passed}
 * @param scale the scale in words, such as "0–30, pass from 18"
 * @param distribution how often each result was given to all who took the course, from the best on;
 *     empty where it is not stated (ECTS Users' Guide 2015, grading tables)
 */
public record Grade(String value, String scale, List<Frequency> distribution) {

    public Grade {
        distribution = List.copyOf(distribution);
    }

    public Grade(String value, String scale) {
        this(value, scale, List.of());
    }

    /**
     * How many learners were given a result.
     *
     * @param result the result or band of results
     * @param learners how many, never negative
     */
    public record Frequency(String result, int learners) {
        public Frequency {
            if (learners < 0) {
                throw new IllegalArgumentException("learners are never negative: " + learners);
            }
        }
    }
}
