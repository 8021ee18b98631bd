package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.util.Optional;

/**
 * Who awarded a credential. A document can call its issuer what it likes: where whoever verifies
 * knows the issuer by another name, that name counts, and what the document says is said beside it.
 *
 * @param name the name in the list of awarding bodies, or that in the document where it is on none
 * @param inDocument what the document calls it, where that is another name
 */
public record AwardedBy(String name, Optional<String> inDocument) {

    public static AwardedBy of(Verdict verdict, MicroCredential credential) {
        var said = credential.awardingBody().legalName();
        return verdict.checks().stream()
                .filter(check -> check.code().equals(Listing.LISTED_AS))
                .map(Check::evidence)
                .map(evidence -> new AwardedBy(evidence.getFirst(), Optional.of(said)))
                .findFirst()
                .orElseGet(() -> new AwardedBy(said, Optional.empty()));
    }
}
