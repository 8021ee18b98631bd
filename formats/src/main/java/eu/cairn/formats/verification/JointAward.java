package eu.cairn.formats.verification;

import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
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

    void check(JsonObject document, Optional<MicroCredential> content, Seal seal, Checks checks) {
        if (content.isEmpty() || !(seal instanceof Seal.Intact intact)) {
            return;
        }
        content.get().contributors().stream()
                .filter(contributor -> contributor.role() == Role.JOINT_AWARDING_BODY)
                .forEach(body -> check(body, document, content.get(), intact, checks));
    }

    private void check(
            Contributor body,
            JsonObject document,
            MicroCredential content,
            Seal.Intact seal,
            Checks checks) {
        if (registry.isEmpty() || body.id().isEmpty()) {
            checks.add(
                    Kind.ISSUER, Result.DOES_NOT_APPLY, "issuer.jointly-named", body.legalName());
            return;
        }
        var known = registry.get().issuer(body.id().get());
        var keys = IssuerKey.of(body.id().get(), known);
        var signed =
                seal.others().stream()
                        .filter(other -> keys.contains(other.key()))
                        .filter(other -> other.expires().map(checks.now()::isBefore).orElse(true))
                        .findFirst();
        if (signed.isEmpty()) {
            checks.add(Kind.ISSUER, Result.FAILED, "issuer.joint-seal-missing", body.legalName());
            return;
        }
        checks.add(Kind.ISSUER, Result.PASSED, "issuer.jointly-signed", body.legalName());
        boolean believed =
                known.map(
                                entry ->
                                        new SigningMoment(
                                                        registry.get(),
                                                        document,
                                                        Optional.of(content),
                                                        checks)
                                                .isBelieved(entry, body.id().get(), signed.get()))
                        .orElse(true);
        if (!believed) {
            return;
        }
        Listing.check(
                known,
                registry.get().name(),
                Optional.of(body.legalName()),
                body.legalName(),
                Optional.of(Listing.dayOfAward(content)),
                checks);
    }
}
