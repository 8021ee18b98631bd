package eu.cairn.app.interop;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.formats.verification.SecuredDocuments.Demand;
import jakarta.json.JsonObject;
import java.util.Set;

/**
 * What is to be examined.
 *
 * @param demand what its proof must be and be made for
 * @param status whether its status matters
 */
record ExamineOptions(Demand demand, boolean status) {

    private static final String CHECKS = "checks";

    static ExamineOptions ofCredential(JsonObject options) {
        return of(options, Set.of(ProofDemands.ASSERTION));
    }

    static ExamineOptions ofPresentation(JsonObject options) {
        return of(options, Set.of(ProofDemands.AUTHENTICATION, ProofDemands.ASSERTION));
    }

    /** A proof is demanded unless the checks are listed and it is not among them. */
    private static ExamineOptions of(JsonObject options, Set<String> purposes) {
        var checks = Members.texts(options, CHECKS);
        var demands =
                new ProofDemands(
                        Members.text(options, "expectedProofPurpose").map(Set::of).orElse(purposes),
                        Members.text(options, "domain"),
                        Members.text(options, "challenge"));
        var proof =
                !options.containsKey(CHECKS)
                        || checks.contains("proof")
                        || demands.domain().isPresent()
                        || demands.challenge().isPresent();
        return new ExamineOptions(new Demand(proof, demands), checks.contains("credentialStatus"));
    }
}
