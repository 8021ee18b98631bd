package eu.cairn.formats.credential;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a proof must have been made for, to be taken (W3C Data Integrity 1.0, section 4.4).
 *
 * @param purposes the purposes that are taken
 * @param domain where it must have been meant to be shown
 * @param challenge what it must answer
 */
public record ProofDemands(
        Set<String> purposes, Optional<String> domain, Optional<String> challenge) {

    public static final String ASSERTION = "assertionMethod";
    public static final String AUTHENTICATION = "authentication";

    /** Proofs of credentials: somebody asserts what they say, to everybody. */
    public static final ProofDemands OF_CREDENTIALS =
            new ProofDemands(Set.of(ASSERTION), Optional.empty(), Optional.empty());

    public ProofDemands {
        purposes = Set.copyOf(purposes);
    }

    /** Whether {@code proof} says that it was made for this. */
    boolean areMetBy(JsonObject proof) {
        return Members.text(proof, "proofPurpose").filter(purposes::contains).isPresent()
                && (domain.isEmpty()
                        || Members.texts(proof, "domain").equals(List.of(domain.get())))
                && (challenge.isEmpty() || challenge.equals(Members.text(proof, "challenge")));
    }
}
