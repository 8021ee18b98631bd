package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The plain facts of a credential that a learner holds, as far as a rulebook can ask about them.
 * Only {@code id}, {@code credits} and {@code status} are always known.
 *
 * @param id what this credential is called in audits, unique within a portfolio
 * @param awarded the day of the award
 * @param revalidated the day on which its content was last confirmed to be current, where it was;
 *     ages are counted from there
 * @param expires the last day on which it is valid
 * @param facts everything else that is known, several values in alphabetical order
 */
public record HeldCredential(
        String id,
        Optional<String> title,
        Optional<String> issuerName,
        Ects credits,
        CredentialStatus status,
        Optional<LocalDate> awarded,
        Optional<LocalDate> revalidated,
        Optional<LocalDate> expires,
        Map<Fact, List<String>> facts) {

    public HeldCredential {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a credential has an id");
        }
        var known = new EnumMap<Fact, List<String>>(Fact.class);
        for (var fact : facts.entrySet()) {
            var values = fact.getValue();
            if (values.size() == 1) {
                known.put(fact.getKey(), List.copyOf(values));
            } else if (!values.isEmpty()) {
                known.put(fact.getKey(), List.copyOf(new TreeSet<>(values)));
            }
        }
        facts = Collections.unmodifiableMap(known);
    }

    /** A valid credential of which nothing else is known yet. */
    public static HeldCredentialFacts of(String id, Ects credits) {
        return new HeldCredentialFacts(id, credits);
    }

    /** What is stated for {@code fact}; empty where it is absent. */
    public List<String> values(Fact fact) {
        var values = facts.get(fact);
        return values == null ? List.of() : values;
    }

    /** The one value that is stated for {@code fact}; for a list of values the first. */
    public Optional<String> value(Fact fact) {
        var values = values(fact);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** The course it certifies; credentials of one course are counted once. */
    public Optional<String> course() {
        return value(Fact.COURSE);
    }

    /** The award that this credential is, where it is one that rulebooks name. */
    public Optional<String> award() {
        return value(Fact.AWARD);
    }

    public Optional<EqfLevel> level() {
        return value(Fact.LEVEL).map(Integer::valueOf).map(EqfLevel::new);
    }

    /** The identifier of the body that issued it. */
    public Optional<String> issuer() {
        return value(Fact.ISSUER);
    }

    /** The day from which its age is counted. */
    Optional<LocalDate> currentSince() {
        return revalidated.isPresent() && awarded.stream().noneMatch(revalidated.get()::isBefore)
                ? revalidated
                : awarded;
    }

    /** This credential with the facts that a recognition decision gives it. */
    HeldCredential recognisedAs(RecognisedUnit unit) {
        var facts =
                HeldCredentialFacts.copy(this)
                        .standsFor(unit.course())
                        .credits(unit.credits())
                        .recognition(unit.as());
        unit.level().ifPresent(facts::level);
        return facts.credential();
    }

    /** This credential with the awards on which it was spent. */
    HeldCredential spentOn(List<String> awards) {
        return HeldCredentialFacts.copy(this).with(Fact.SPENT, awards).credential();
    }

    /** Why this credential cannot count at all on the day {@code asOf}; empty if it can. */
    Optional<Reason> unusable(LocalDate asOf) {
        if (status != CredentialStatus.VALID) {
            return Optional.of(
                    status == CredentialStatus.EXPIRED && expires.isPresent()
                            ? Reason.of(status.reason(), expires.get())
                            : Reason.of(status.reason(), status.code()));
        }
        if (awarded.isPresent() && awarded.get().isAfter(asOf)) {
            return Optional.of(Reason.of("stacking.not-yet-awarded", awarded.get()));
        }
        if (expires.isPresent() && expires.get().isBefore(asOf)) {
            return Optional.of(Reason.of("stacking.expired", expires.get()));
        }
        return Optional.empty();
    }
}
