package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a qualification requires: credentials of a kind, all of several requirements, or some of
 * them. Every requirement has an id that is unique within its rulebook.
 */
public sealed interface Requirement {

    String id();

    /** What people call it, and why it asks what it asks. */
    Note note();

    /**
     * Credits or courses from the credentials that the filter takes. A credential counts in one
     * requirement only, and whole unless {@code partial}.
     *
     * @param credits the least volume; may be exceeded
     * @param courses the number of credentials
     * @param partial whether a credential may count in part here
     */
    record Take(
            String id,
            Note note,
            Filter from,
            Optional<Ects> credits,
            Optional<Count> courses,
            boolean partial)
            implements Requirement {
        public Take {
            if (credits.isEmpty() && courses.isEmpty()) {
                throw new IllegalArgumentException(id + " has no figure");
            }
        }
    }

    /** Every one of these. */
    record All(String id, Note note, List<Requirement> of) implements Requirement {
        public All {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException(id + " is empty");
            }
        }
    }

    /**
     * So many of these. One that is not chosen takes nothing, so nothing is counted in it; one that
     * is chosen has to be met.
     */
    record Choose(String id, Note note, Count count, List<Requirement> of) implements Requirement {
        public Choose {
            of = List.copyOf(of);
            if (count.number() > of.size()) {
                throw new IllegalArgumentException(id + " has fewer alternatives than it asks");
            }
        }
    }

    /** The least sum of a figure of what is asked below, whatever is chosen. */
    default long least(ToLongFunction<Take> figure) {
        return switch (this) {
            case Take take -> figure.applyAsLong(take);
            case All all -> all.of.stream().mapToLong(it -> it.least(figure)).sum();
            case Choose choose ->
                    choose.of.stream()
                            .mapToLong(it -> it.least(figure))
                            .sorted()
                            .limit(choose.count.number())
                            .sum();
        };
    }

    /** This requirement and all below it, in the order of the rulebook. */
    default Stream<Requirement> stream() {
        return switch (this) {
            case Take take -> Stream.of(take);
            case All all -> Stream.concat(Stream.of(this), below(all.of));
            case Choose choose -> Stream.concat(Stream.of(this), below(choose.of));
        };
    }

    private static Stream<Requirement> below(List<Requirement> requirements) {
        return requirements.stream().flatMap(Requirement::stream);
    }
}
