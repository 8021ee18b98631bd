package eu.cairn.stacking;

import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a qualification requires, in one version. The order of its parts is for people and never
 * changes a result.
 *
 * @param validFrom the first day on which this version applies, {@code validTo} the last
 * @param total the bounds on everything that is counted
 * @param notBoth sets of courses of which at most one is counted
 */
public record Rulebook(
        String id,
        String version,
        Note note,
        Optional<AwardingBody> awardingBody,
        Optional<EqfLevel> level,
        Optional<Cycle> cycle,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        List<Requirement> requirements,
        List<Limit> limits,
        Optional<Limit> total,
        List<Set<String>> notBoth) {

    /** The most requirements that take credentials, and the most limits, of one rulebook. */
    public static final int LARGEST = 60;

    public Rulebook {
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        notBoth = notBoth.stream().map(courses -> (Set<String>) new TreeSet<>(courses)).toList();
        var ids = new HashSet<String>();
        Stream.concat(
                        requirements.stream().flatMap(Requirement::stream).map(Requirement::id),
                        Stream.concat(limits.stream(), total.stream()).map(Limit::id))
                .filter(name -> !ids.add(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new IllegalArgumentException("two rules are called " + name);
                        });
        long taking =
                requirements.stream()
                        .flatMap(Requirement::stream)
                        .filter(Requirement.Take.class::isInstance)
                        .count();
        if (taking == 0 || taking > LARGEST || limits.size() >= LARGEST) {
            throw new IllegalArgumentException("a rulebook has requirements, not too many of them");
        }
    }

    /** A rulebook with nothing but its rules, for what-if questions and tests. */
    public static Rulebook of(String id, List<Requirement> requirements, List<Limit> limits) {
        return new Rulebook(
                id,
                "1",
                Note.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requirements,
                limits,
                Optional.empty(),
                List.of());
    }

    public String title() {
        return note.title().orElse(id);
    }

    /** Every requirement at any depth, in the order of the rulebook. */
    public Stream<Requirement> everyRequirement() {
        return requirements.stream().flatMap(Requirement::stream);
    }

    /** The limits and, last, the total. */
    public Stream<Limit> everyLimit() {
        return Stream.concat(limits.stream(), total.stream());
    }
}
