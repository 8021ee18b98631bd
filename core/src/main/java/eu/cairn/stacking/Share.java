package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;

/**
 * Requirements that may count the same credential: one that is accepted by two of them counts in
 * both, in no more than two, and once in the total. Without a figure there is no cap.
 *
 * @param between the ids of requirements; a group stands for all that is below it
 * @param atMost the most credits that are counted twice
 * @param coursesAtMost the most credentials that are counted twice
 */
public record Share(
        String id,
        Note note,
        List<String> between,
        Optional<Ects> atMost,
        Optional<Integer> coursesAtMost) {

    public Share {
        between = between.stream().distinct().toList();
        if (between.size() < 2) {
            throw new IllegalArgumentException(id + " is between two requirements at least");
        }
    }
}
