package eu.cairn.stacking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which credentials a requirement takes or a limit counts: those that satisfy every condition.
 * Without a condition it takes every credential.
 *
 * @param conditions in the order of the facts they are about, whatever the order they were given in
 */
public record Filter(List<Condition> conditions) {

    public static final Filter ANY = new Filter(List.of());

    public Filter {
        conditions = conditions.stream().sorted(Comparator.comparing(Condition::fact)).toList();
    }

    public static Filter of(Condition... conditions) {
        return new Filter(List.of(conditions));
    }

    /**
     * Every condition that {@code credential} fails on the day {@code asOf}; none if it matches.
     */
    public List<Reason> mismatches(HeldCredential credential, LocalDate asOf) {
        if (matches(credential, asOf)) {
            return List.of();
        }
        var reasons = new ArrayList<Reason>();
        for (var condition : conditions) {
            condition.mismatch(credential, asOf).ifPresent(reasons::add);
        }
        return reasons;
    }

    public boolean matches(HeldCredential credential, LocalDate asOf) {
        for (var condition : conditions) {
            if (!condition.holds(credential, asOf)) {
                return false;
            }
        }
        return true;
    }
}
