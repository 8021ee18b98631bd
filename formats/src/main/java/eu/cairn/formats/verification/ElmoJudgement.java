package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.nimbusds.jose.JOSEException;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSealCheck;
import eu.cairn.formats.credential.elmo.ElmoTree;
import eu.cairn.formats.credential.elmo.ElmoTree.Unread;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/**
 * Makes the checks on results in ELMO that are one credential, whatever it is made of.
 *
 * <p>The signature is checked with the keys that the registry has of the awarding body and with no
 * other. Without a signature, or with one by a key that is not known, nothing is proven.
 *
 * @param document the results
 * @param registry where issuers are looked up
 * @param status how the status is found out
 * @param checks where the checks are put
 */
record ElmoJudgement(Document document, TrustRegistry registry, StatusCheck status, Checks checks) {

    Verdict verdict() {
        return switch (Elmo.readOne(document)) {
            case Decided.Refused<ElmoTree> refused -> refused(refused.reasons());
            case Decided.Accepted<ElmoTree>(var tree) -> verdict(tree);
        };
    }

    /** Several achievements, or none, are no fault of the document. */
    private Verdict refused(List<Refusal> reasons) {
        var reason = reasons.getFirst();
        var readable =
                reason.code().equals("format.several-credentials")
                        || reason.code().equals("format.no-achievement")
                        || reason.code().equals("format.not-passed");
        return Verification.stopped(
                checks, readable ? Result.COULD_NOT_CHECK : Result.FAILED, reason);
    }

    private Verdict verdict(ElmoTree tree) {
        var credential = tree.credential();
        var issuer = credential.awardingBody().id();
        var known = registry.issuer(issuer);
        var seal = seal(issuer, known);
        var proven =
                seal instanceof Seal.Intact
                        ? Optional.of(credential)
                        : Optional.<MicroCredential>empty();
        checks.add(Kind.FORMAT, Result.PASSED, "format.elmo");
        var judgement =
                new Judgement(
                        period(tree),
                        issuer,
                        true,
                        seal,
                        known,
                        registry,
                        status,
                        JointAward.oneSigns(),
                        checks);
        judgement.integrity();
        judgement.checkIssuer();
        judgement.trust(proven);
        status(seal, issuer, tree, known);
        judgement.validity();
        judgement.completeness(proven);
        judgement.worth(proven);
        checks.add(Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.not-checked");
        return Verdict.of(proven, checks.list(), checks.now());
    }

    private Seal seal(String issuer, Optional<TrustedIssuer> known) {
        var keys = known.map(entry -> keys(issuer, entry)).orElse(Map.of());
        var usable = new LinkedHashMap<String, PublicKey>();
        keys.forEach((name, key) -> publicKey(key).ifPresent(k -> usable.put(name, k)));
        return switch (ElmoSealCheck.verify(document, usable)) {
            case ElmoSealCheck.Proven.Intact(var name, var algorithm) ->
                    Optional.ofNullable(keys.get(name))
                            .<Seal>map(
                                    key ->
                                            new Seal.Intact(
                                                    name,
                                                    key,
                                                    algorithm,
                                                    ElmoSealCheck.value(document),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty()))
                            .orElseThrow();
            case ElmoSealCheck.Proven.Broken(var reason) -> new Seal.Broken(reason);
            case ElmoSealCheck.Proven.NotChecked(var reason) -> new Seal.NotChecked(reason);
        };
    }

    /** The keys of a known issuer by the names that signatures give them. */
    private static Map<String, IssuerKey> keys(String issuer, TrustedIssuer known) {
        var keys = new LinkedHashMap<String, IssuerKey>();
        IssuerKey.insideIdentifier(issuer)
                .ifPresent(
                        key ->
                                keys.put(
                                        key.verificationKey()
                                                .map(DidKey::verificationMethod)
                                                .orElse(issuer),
                                        key));
        known.keys().entrySet().stream()
                .forEach(entry -> keys.putIfAbsent(entry.getKey(), entry.getValue()));
        return keys;
    }

    private static Optional<PublicKey> publicKey(IssuerKey key) {
        return key.verificationKey()
                .map(ElmoSealCheck::key)
                .or(
                        () ->
                                key.rsa()
                                        .flatMap(
                                                rsa -> {
                                                    try {
                                                        return Optional.of(rsa.toRSAPublicKey());
                                                    } catch (JOSEException e) {
                                                        return Optional.empty();
                                                    }
                                                }));
    }

    private void status(Seal seal, String issuer, ElmoTree tree, Optional<TrustedIssuer> known) {
        if (seal instanceof Seal.Intact) {
            var entries =
                    Stream.of(tree.publication().status(), tree.publication().suspension())
                            .flatMap(Optional::stream)
                            .toList();
            var unread = tree.unread().contains(Unread.STATUS) ? 1 : 0;
            var stated = entries.size() + unread;
            var of = new StatusCheck.Subject(Optional.of(issuer), tree.credential().id());
            status.check(of, stated, entries, known, checks);
        } else {
            checks.notReached(Kind.STATUS);
        }
    }

    /** From when to when it holds, as a credential in JSON says it. */
    private static JsonObject period(ElmoTree tree) {
        var credential = tree.credential();
        var period = JSON.createObjectBuilder().add("validFrom", credential.issuedAt().toString());
        credential.expiresOn().ifPresent(day -> period.add("validUntil", day + "T23:59:59Z"));
        if (tree.unread().contains(Unread.EXPIRY)) {
            period.add("validUntil", "");
        }
        return period.build();
    }
}
