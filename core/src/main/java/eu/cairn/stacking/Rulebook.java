package eu.cairn.stacking;

import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a qualification requires, in one version. The order of its parts is for people and never
 * changes a result.
 *
 * @param validFrom the first day on which this version applies, {@code validTo} the last
 * @param total the bounds on everything that is counted
 * @param terms everything else that it says
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
        Terms terms) {

    /** The most requirements that take credentials, and the most limits, of one rulebook. */
    public static final int LARGEST = 60;

    /** The most places of one rulebook: requirements, bundles, and pairs that share. */
    static final int MOST_PLACES = 63;

    public Rulebook {
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        var ids = new HashSet<String>();
        Stream.of(
                        requirements.stream().flatMap(Requirement::stream).map(Requirement::id),
                        everyLimit(limits, terms, total).map(Limit::id),
                        terms.shares().stream().map(Share::id),
                        terms.bundles().stream().map(Bundle::id))
                .flatMap(each -> each)
                .filter(name -> !ids.add(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new IllegalArgumentException("two rules are called " + name);
                        });
        if (requirements.isEmpty() || isTooLarge(requirements, limits, terms)) {
            throw new IllegalArgumentException("a rulebook has requirements, not too many of them");
        }
    }

    /** Whether these are more rules than one rulebook can have. */
    public static boolean isTooLarge(
            List<Requirement> requirements, List<Limit> limits, Terms terms) {
        return places(requirements, terms) > MOST_PLACES
                || limits.size() + terms.spending().limits().size() >= LARGEST;
    }

    /** Two requirements, in the order of their ids, that may count the same credential. */
    record Pair(String one, String other, Share share) {}

    /** How many places a credential could have at most under these rules. */
    private static int places(List<Requirement> requirements, Terms terms) {
        return (int)
                        requirements.stream()
                                .flatMap(Requirement::stream)
                                .filter(Requirement.Take.class::isInstance)
                                .count()
                + terms.bundles().size()
                + pairs(requirements, terms).size();
    }

    List<Pair> pairs() {
        return pairs(requirements, terms);
    }

    private static List<Pair> pairs(List<Requirement> requirements, Terms terms) {
        if (terms.shares().isEmpty()) {
            return List.of();
        }
        var below = new TreeMap<String, List<String>>();
        requirements.stream()
                .flatMap(Requirement::stream)
                .forEach(
                        each ->
                                below.put(
                                        each.id(),
                                        each.stream()
                                                .filter(Requirement.Take.class::isInstance)
                                                .map(Requirement::id)
                                                .toList()));
        var found = new TreeMap<String, Pair>();
        for (var share : terms.shares().stream().sorted(Comparator.comparing(Share::id)).toList()) {
            for (var first : share.between()) {
                for (var second : share.between()) {
                    for (var one : below.getOrDefault(first, List.of())) {
                        for (var other : below.getOrDefault(second, List.of())) {
                            if (!first.equals(second) && one.compareTo(other) < 0) {
                                found.putIfAbsent(one + " " + other, new Pair(one, other, share));
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(found.values());
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
                Terms.NONE);
    }

    public String title() {
        return note.title().orElse(id);
    }

    /** Every requirement at any depth, in the order of the rulebook. */
    public Stream<Requirement> everyRequirement() {
        return requirements.stream().flatMap(Requirement::stream);
    }

    /** Every requirement at any depth that takes credentials, in the order of the rulebook. */
    public Stream<Requirement.Take> takes() {
        return everyRequirement()
                .filter(Requirement.Take.class::isInstance)
                .map(Requirement.Take.class::cast);
    }

    /** The same qualification with other rules. */
    Rulebook with(
            List<Requirement> otherRequirements,
            List<Limit> otherLimits,
            Optional<Limit> otherTotal,
            Terms otherTerms) {
        return new Rulebook(
                id,
                version,
                note,
                awardingBody,
                level,
                cycle,
                validFrom,
                validTo,
                otherRequirements,
                otherLimits,
                otherTotal,
                otherTerms);
    }

    /** The limits, those on credits spent elsewhere, and, last, the total. */
    public Stream<Limit> everyLimit() {
        return everyLimit(limits, terms, total);
    }

    private static Stream<Limit> everyLimit(
            List<Limit> limits, Terms terms, Optional<Limit> total) {
        return Stream.of(limits.stream(), terms.spending().limits().stream(), total.stream())
                .flatMap(each -> each);
    }

    /** The facts by which each credential of {@code portfolio} enters, in the order of ids. */
    List<HeldCredential> entering(Portfolio portfolio) {
        var entering = portfolio.entering();
        return terms.substitutes().isEmpty()
                ? entering
                : entering.stream().map(this::substituted).toList();
    }

    private HeldCredential substituted(HeldCredential credential) {
        return credential
                .course()
                .flatMap(course -> Optional.ofNullable(terms.substitutes().get(course)))
                .map(course -> HeldCredentialFacts.copy(credential).standsFor(course).credential())
                .orElse(credential);
    }

    /**
     * Why {@code credential}, as it enters, counts in no requirement of this rulebook on the day
     * {@code asOf}, if so.
     *
     * @param held the courses of every usable credential, as they enter
     */
    Optional<Reason> refuses(HeldCredential credential, Set<String> held, LocalDate asOf) {
        var unusable = credential.unusable(asOf);
        if (unusable.isPresent()) {
            return unusable;
        }
        var spent = terms.spending().refuses(credential);
        return spent.isPresent() ? spent : lacksPrerequisite(credential, held);
    }

    private Optional<Reason> lacksPrerequisite(HeldCredential credential, Set<String> held) {
        if (terms.prerequisites().isEmpty()) {
            return Optional.empty();
        }
        return terms.prerequisites().stream()
                .filter(rule -> credential.course().stream().anyMatch(rule.course()::equals))
                .flatMap(rule -> rule.needs().stream())
                .filter(any -> any.stream().noneMatch(held::contains))
                .findFirst()
                .map(any -> Reason.of("stacking.prerequisite-missing", String.join(" / ", any)));
    }

    /**
     * The courses of the credentials of {@code entering} that are usable on the day; none where no
     * course has prerequisites.
     */
    Set<String> coursesHeld(List<HeldCredential> entering, LocalDate asOf) {
        return terms.prerequisites().isEmpty()
                ? Set.of()
                : entering.stream()
                        .filter(each -> each.unusable(asOf).isEmpty())
                        .flatMap(each -> each.course().stream())
                        .collect(Collectors.toSet());
    }
}
