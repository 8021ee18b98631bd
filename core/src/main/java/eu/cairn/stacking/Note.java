package eu.cairn.stacking;

import java.util.Optional;

/**
 * What a rule says to people beside what it decides; it never changes a result.
 *
 * @param because why the figure is what it is
 * @param source where the rule is published
 */
public record Note(Optional<String> title, Optional<String> because, Optional<String> source) {

    public static final Note NONE = new Note(Optional.empty(), Optional.empty(), Optional.empty());
}
