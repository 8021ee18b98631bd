package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether credits that were spent on another award may be counted again. A credential that is
 * counted again is counted whole.
 *
 * @param byAward by the award on which they were spent
 * @param others for every other award
 */
public record Spending(Map<String, Rule> byAward, Rule others) {

    /** The key for every other award; no award is called so. */
    public static final String OTHER_AWARDS = "otherAwards";

    private static final String OTHERS = "spent/" + OTHER_AWARDS;

    /** Nothing is said of other awards, so they change nothing. */
    public static final Spending FREE = new Spending(Map.of(), new Rule.Allowed());

    public Spending {
        byAward = Collections.unmodifiableMap(new TreeMap<>(byAward));
        if (byAward.containsKey(OTHER_AWARDS)) {
            throw new IllegalArgumentException(OTHER_AWARDS + " is no award");
        }
    }

    /** What holds for credits that were spent on one award. */
    public sealed interface Rule {
        record Allowed() implements Rule {}

        record Forbidden() implements Rule {}

        record AtMost(Optional<Ects> credits, Optional<Integer> courses) implements Rule {}
    }

    /** Why {@code credential} cannot be counted again, if so. */
    Optional<Reason> refuses(HeldCredential credential) {
        var spent = credential.values(Fact.SPENT);
        return spent.isEmpty() ? Optional.empty() : refuses(spent);
    }

    private Optional<Reason> refuses(List<String> spent) {
        return spent.stream()
                .filter(award -> byAward.getOrDefault(award, others) instanceof Rule.Forbidden)
                .findFirst()
                .map(award -> Reason.of("stacking.spent-elsewhere", award));
    }

    /**
     * Whether credits of {@code credential} that were spent elsewhere are limited, so that it
     * cannot be part of a block, which is spent on nothing.
     */
    boolean caps(HeldCredential credential) {
        return credential.values(Fact.SPENT).stream()
                .anyMatch(award -> byAward.getOrDefault(award, others) instanceof Rule.AtMost);
    }

    /** The caps that follow, as limits on what is counted. */
    public List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        byAward.forEach(
                (award, rule) ->
                        limit(
                                        "spent/" + award,
                                        rule,
                                        new Condition.OneOf(Fact.SPENT, List.of(award)))
                                .ifPresent(limits::add));
        limit(OTHERS, others, new Condition.AnyBut(Fact.SPENT, List.copyOf(byAward.keySet())))
                .ifPresent(limits::add);
        return limits;
    }

    /** The same with those caps only whose limits have one of these ids. */
    Spending keeping(List<String> ids) {
        var kept = new TreeMap<String, Rule>();
        byAward.forEach((award, rule) -> kept.put(award, kept(rule, "spent/" + award, ids)));
        return new Spending(kept, kept(others, OTHERS, ids));
    }

    private static Rule kept(Rule rule, String id, List<String> ids) {
        return rule instanceof Rule.AtMost && !ids.contains(id) ? new Rule.Allowed() : rule;
    }

    private static Optional<Limit> limit(String id, Rule rule, Condition where) {
        return rule instanceof Rule.AtMost(var credits, var courses)
                ? Optional.of(
                        new Limit(
                                id,
                                Note.NONE,
                                Filter.of(where),
                                Optional.empty(),
                                credits,
                                Optional.empty(),
                                courses,
                                false))
                : Optional.empty();
    }
}
