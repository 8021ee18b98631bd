package eu.cairn.formats.verification;

import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
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

    void check(
            JsonObject document,
            String issuer,
            Optional<MicroCredential> content,
            Seal seal,
            Checks checks) {
        if (content.isEmpty() || !(seal instanceof Seal.Intact intact)) {
            return;
        }
        var bodies =
                content.get().contributors().stream()
                        .filter(contributor -> contributor.role() == Role.JOINT_AWARDING_BODY)
                        .toList();
        if (registry.isEmpty()) {
            for (var body : bodies) {
                checks.add(
                        Kind.ISSUER,
                        Result.DOES_NOT_APPLY,
                        "issuer.jointly-named",
                        body.legalName());
            }
            return;
        }
        var moment = new SigningMoment(registry.get(), document, content, checks);
        var left = new ArrayList<>(intact.others()); // each seal is that of one body
        for (var body : bodies) {
            check(registry.get(), body, issuer, moment, left);
        }
    }

    private static void check(
            TrustRegistry registry,
            Contributor body,
            String issuer,
            SigningMoment moment,
            List<Seal.Intact> left) {
        var checks = moment.checks();
        var known = body.id().flatMap(registry::issuer);
        var keys = body.id().map(id -> IssuerKey.of(id, known)).orElse(List.of());
        if (keys.isEmpty()) {
            checks.add(
                    Kind.ISSUER,
                    Result.COULD_NOT_CHECK,
                    "issuer.joint-not-checked",
                    body.legalName());
            return;
        }
        var id = body.id().orElseThrow();
        boolean other =
                !id.equals(issuer) && (known.isEmpty() || !known.equals(registry.issuer(issuer)));
        var signed =
                left.stream()
                        .filter(seal -> other && keys.contains(seal.key()))
                        .filter(seal -> seal.expires().map(checks.now()::isBefore).orElse(true))
                        .findFirst();
        if (signed.isEmpty()) {
            checks.add(Kind.ISSUER, Result.FAILED, "issuer.joint-seal-missing", body.legalName());
            return;
        }
        left.remove(signed.get());
        checks.add(Kind.ISSUER, Result.PASSED, "issuer.jointly-signed", body.legalName());
        if (known.isPresent() && !moment.isBelieved(known.get(), id, signed.get())) {
            return;
        }
        Listing.check(
                known,
                registry.name(),
                Optional.of(body.legalName()),
                body.legalName(),
                moment.content(),
                checks);
    }
}
