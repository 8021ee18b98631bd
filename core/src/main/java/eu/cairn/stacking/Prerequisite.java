package eu.cairn.stacking;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A course that counts only for those who hold other courses as well, counted or not.
 *
 * @param needs of each set at least one course
 */
public record Prerequisite(String course, List<Set<String>> needs) {

    public Prerequisite {
        needs = needs.stream().map(any -> (Set<String>) new TreeSet<>(any)).toList();
    }
}
