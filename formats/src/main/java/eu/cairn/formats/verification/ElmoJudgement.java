package eu.cairn.formats.verification;

import com.nimbusds.jose.JOSEException;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSealCheck;
import eu.cairn.formats.credential.elmo.ElmoTree;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonValue;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_KEYS = 8;

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
        return Verifier.stopped(checks, readable ? Result.COULD_NOT_CHECK : Result.FAILED, reason);
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
                        JsonValue.EMPTY_JSON_OBJECT,
                        issuer,
                        true,
                        seal,
                        known,
                        registry.name(),
                        status,
                        checks);
        judgement.integrity();
        judgement.checkIssuer();
        judgement.trust(proven);
        status(seal, issuer, tree.publication(), known);
        validity(seal, credential);
        judgement.completeness(proven);
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
                .limit(MOST_KEYS)
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

    private void status(
            Seal seal, String issuer, Publication publication, Optional<TrustedIssuer> known) {
        if (seal instanceof Seal.Intact) {
            var entries = publication.status().stream().toList();
            status.check(Optional.of(issuer), entries.size(), entries, known, checks);
        } else {
            checks.notReached(Kind.STATUS);
        }
    }

    private void validity(Seal seal, MicroCredential credential) {
        if (seal instanceof Seal.Broken) { // nobody knows then when it was meant to hold
            checks.notReached(Kind.VALIDITY);
            return;
        }
        var now = checks.now();
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var end = credential.expiresOn();
        if (credential.issuedAt().isAfter(now.plus(SKEW))) {
            var from = credential.issuedAt().atOffset(ZoneOffset.UTC).toLocalDate();
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.not-yet", from.toString());
        } else if (end.isEmpty()) {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.no-end");
        } else if (today.isAfter(end.get())) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.expired", end.get().toString());
        } else {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.in-period", end.get().toString());
        }
    }
}
