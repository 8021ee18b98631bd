package eu.cairn.formats.verification;

import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.util.Optional;

/**
 * Finds out whether everybody signed who awards jointly: where a document has room for several
 * seals, one of each body that it names with an identifier; elsewhere such bodies are only named.
 *
 * @param registry where those who sign are looked up; empty where only one can
 */
record JointAward(Optional<TrustRegistry> registry) {

    /** In a document with room for several seals. */
    static JointAward allSign(TrustRegistry registry) {
        return new JointAward(Optional.of(registry));
    }

    /** In a document with room for the seal of the issuer alone. */
    static JointAward oneSigns() {
        return new JointAward(Optional.empty());
    }

    void check(Optional<MicroCredential> content, Seal seal, Checks checks) {
        if (content.isEmpty() || !(seal instanceof Seal.Intact intact)) {
            return;
        }
        content.get().contributors().stream()
                .filter(contributor -> contributor.role() == Role.JOINT_AWARDING_BODY)
                .forEach(body -> check(body, content.get(), intact, checks));
    }

    private void check(Contributor body, MicroCredential content, Seal.Intact seal, Checks checks) {
        if (registry.isEmpty() || body.id().isEmpty()) {
            checks.add(
                    Kind.ISSUER, Result.DOES_NOT_APPLY, "issuer.jointly-named", body.legalName());
            return;
        }
        var known = registry.get().issuer(body.id().get());
        var keys = IssuerKey.of(body.id().get(), known);
        var isSigned =
                seal.others().stream()
                        .filter(other -> keys.contains(other.key()))
                        .anyMatch(
                                other -> other.expires().map(checks.now()::isBefore).orElse(true));
        if (!isSigned) {
            checks.add(Kind.ISSUER, Result.FAILED, "issuer.joint-seal-missing", body.legalName());
            return;
        }
        checks.add(Kind.ISSUER, Result.PASSED, "issuer.jointly-signed", body.legalName());
        Listing.check(
                known,
                registry.get().name(),
                Optional.of(body.legalName()),
                body.legalName(),
                Optional.of(Listing.dayOfAward(content)),
                checks);
    }
}
