package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a learner holds on a day, and the recognition decisions that belong to the qualification in
 * question.
 *
 * @param asOf the day for which the audit speaks; the day itself counts everywhere
 * @param credentials by their id, whatever the order they were given in
 * @param decisions at most one for each credential
 */
public record Portfolio(
        LocalDate asOf, List<HeldCredential> credentials, List<RecognisedUnit> decisions) {

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
        for (var decision : decisions) {
            if (!ids.remove(decision.credentialId())) {
                throw new IllegalArgumentException(
                        "decided twice, or not held: " + decision.credentialId());
            }
        }
    }

    public static Portfolio of(LocalDate asOf, List<HeldCredential> credentials) {
        return new Portfolio(asOf, credentials, List.of());
    }

    /** The decision by which this credential enters on the day of this portfolio, if any. */
    public Optional<RecognisedUnit> decisionOn(String credentialId) {
        return decisions.stream()
                .filter(unit -> unit.credentialId().equals(credentialId))
                .filter(unit -> !unit.decidedOn().isAfter(asOf))
                .findFirst();
    }

    /** The facts by which this credential enters: its own, or those of the decision about it. */
    public HeldCredential entering(HeldCredential credential) {
        return decisionOn(credential.id()).map(credential::recognisedAs).orElse(credential);
    }
}
