package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.Optional;

/**
 * A bound on what is counted in the whole qualification, of the credentials that the filter takes.
 *
 * @param partial whether a credential that the filter takes may count in part, so as to keep to the
 *     bound
 */
public record Limit(
        String id,
        Note note,
        Filter where,
        Optional<Ects> atLeast,
        Optional<Ects> atMost,
        Optional<Integer> coursesAtLeast,
        Optional<Integer> coursesAtMost,
        boolean partial) {

    public static Limit atLeast(String id, Ects credits, Filter where) {
        return new Limit(
                id,
                Note.NONE,
                where,
                Optional.of(credits),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public static Limit atMost(String id, Ects credits, Filter where) {
        return new Limit(
                id,
                Note.NONE,
                where,
                Optional.empty(),
                Optional.of(credits),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
