package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a learner holds on a day, and the recognition decisions that belong to the qualification in
 * question.
 *
 * @param asOf the day for which the audit speaks; the day itself counts everywhere
 * @param credentials by their id, whatever the order they were given in
 * @param decisions at most one for each credential
 * @param spent which credentials were spent on which other awards
 * @param wishes where the learner wants credentials to count, or not to count
 * @param keep the credentials that the learner would rather keep for another qualification
 * @param prefer what the learner prefers, before what the rulebook prefers
 */
public record Portfolio(
        LocalDate asOf,
        List<HeldCredential> credentials,
        List<RecognisedUnit> decisions,
        List<Spent> spent,
        List<Wish> wishes,
        Set<String> keep,
        List<Preference> prefer) {

    /** The most credentials of one portfolio, and the most credits of one of them. */
    public static final int LARGEST = 500;

    public static final Ects LARGEST_CREDITS = Ects.of(10_000);

    public Portfolio {
        credentials =
                credentials.stream().sorted(Comparator.comparing(HeldCredential::id)).toList();
        decisions =
                decisions.stream()
                        .sorted(Comparator.comparing(RecognisedUnit::credentialId))
                        .toList();
        spent =
                spent.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(Spent::credentialId)
                                        .thenComparing(Spent::award))
                        .toList();
        wishes =
                wishes.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(Wish::credentialId)
                                        .thenComparing(wish -> wish.requirement().orElse(""))
                                        .thenComparing(Wish::counts))
                        .toList();
        keep = Collections.unmodifiableSet(new TreeSet<>(keep));
        prefer = List.copyOf(prefer);
        var ids = new HashSet<String>();
        if (credentials.size() > LARGEST) {
            throw new IllegalArgumentException("too many credentials: " + credentials.size());
        }
        for (var credential : credentials) {
            if (credential.credits().compareTo(LARGEST_CREDITS) > 0) {
                throw new IllegalArgumentException("too many credits: " + credential.credits());
            }
            if (!ids.add(credential.id())) {
                throw new IllegalArgumentException("held twice: " + credential.id());
            }
        }
        for (var entry : spent) {
            if (!ids.contains(entry.credentialId())) {
                throw new IllegalArgumentException("spent, not held: " + entry.credentialId());
            }
        }
        for (var wish : wishes) {
            if (!ids.contains(wish.credentialId())) {
                throw new IllegalArgumentException("wished, not held: " + wish.credentialId());
            }
        }
        for (var decision : decisions) {
            if (!ids.remove(decision.credentialId())) {
                throw new IllegalArgumentException(
                        "decided twice, or not held: " + decision.credentialId());
            }
        }
    }

    public static Portfolio of(LocalDate asOf, List<HeldCredential> credentials) {
        return new Portfolio(
                asOf, credentials, List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    /** The same on another day with other credentials, those held among them. */
    Portfolio on(LocalDate day, List<HeldCredential> all) {
        return new Portfolio(day, all, decisions, spent, wishes, keep, prefer);
    }

    /** The same with further credentials, on the same day. */
    public Portfolio with(List<HeldCredential> further) {
        var all = new ArrayList<>(credentials);
        all.addAll(further);
        return on(asOf, all);
    }

    public Portfolio withDecisions(List<RecognisedUnit> units) {
        return new Portfolio(asOf, credentials, units, spent, wishes, keep, prefer);
    }

    public Portfolio withWishes(List<Wish> wanted) {
        return new Portfolio(asOf, credentials, decisions, spent, wanted, keep, prefer);
    }

    /**
     * The facts by which each credential enters: its own, or those of the decision about it, and
     * the awards on which it was spent.
     */
    List<HeldCredential> entering() {
        if (decisions.isEmpty() && spent.isEmpty()) {
            return credentials;
        }
        var decided = new HashMap<String, RecognisedUnit>();
        for (var decision : decisions) {
            if (!decision.decidedOn().isAfter(asOf)) {
                decided.put(decision.credentialId(), decision);
            }
        }
        var ledger = new HashMap<String, List<String>>();
        for (var entry : spent) {
            ledger.computeIfAbsent(entry.credentialId(), id -> new ArrayList<>())
                    .add(entry.award());
        }
        return credentials.stream()
                .map(
                        credential -> {
                            var unit = Optional.ofNullable(decided.get(credential.id()));
                            var facts = unit.map(credential::recognisedAs).orElse(credential);
                            return Optional.ofNullable(ledger.get(credential.id()))
                                    .map(facts::spentOn)
                                    .orElse(facts);
                        })
                .toList();
    }
}
