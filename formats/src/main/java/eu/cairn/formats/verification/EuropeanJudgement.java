package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesCheck;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.SealStamp;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Makes the checks on a European Digital Credential.
 *
 * <p>Its seal is a JAdES signature with a certificate. Whether that certificate comes from a
 * recognised authority is not checked, nor who stamped a time on it; the issuer is confirmed only
 * where the key is the one that its identifier is made of, that the registry knows, or that the
 * issuer publishes behind its {@code did:web}.
 *
 * @param document the credential or the signature around it
 * @param registry the awarding bodies that are known
 * @param published the keys that issuers publish
 * @param status how its status is found out
 * @param checks where the checks are put
 */
record EuropeanJudgement(
        JsonObject document,
        TrustRegistry registry,
        PublishedKeys published,
        StatusCheck status,
        Checks checks) {

    Verdict verdict() {
        if (!EuropeanCredential.isSealed(document)) {
            var seal = new Seal.Broken(Refusal.of("integrity.no-proof", ""));
            return switch (EuropeanCredential.unsealed(document)) {
                case Decided.Accepted<JsonObject>(var content) ->
                        judge(content, seal, Optional.empty());
                case Decided.Refused<JsonObject> refused -> malformed(refused);
            };
        }
        return switch (JadesCheck.of(document)) {
            case JadesCheck.Intact intact ->
                    intact.content().containsKey("credentialSubject")
                                    && !EuropeanCredential.isSealed(intact.content())
                            ? judge(
                                    intact.content(),
                                    seal(intact.certificate(), intact.algorithm()),
                                    Optional.of(intact))
                            : notOne();
            case JadesCheck.Broken(var reason) -> unproven(new Seal.Broken(reason));
            case JadesCheck.NotChecked(var reason) -> unproven(new Seal.NotChecked(reason));
        };
    }

    /** A content that is no JSON is false only where it says what it should have been. */
    private Verdict malformed(Decided.Refused<JsonObject> refused) {
        var reason = refused.reasons().getFirst();
        if (!document.toString().contains("EuropeanDigitalCredential")) {
            return notOne();
        }
        return Verification.stopped(
                checks,
                Recognised.BOUNDS.contains(reason.code()) ? Result.COULD_NOT_CHECK : Result.FAILED,
                reason);
    }

    private Verdict notOne() {
        return Verification.stopped(
                checks,
                Result.COULD_NOT_CHECK,
                Refusal.of("format.not-supported", "", "JSON Web Signature"));
    }

    private Seal seal(SealCertificate certificate, String algorithm) {
        return IssuerKey.of(certificate.certificate())
                .<Seal>map(
                        key ->
                                new Seal.Intact(
                                        certificate.holder(),
                                        key,
                                        algorithm,
                                        EuropeanCredential.sealValue(document),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                .orElseGet(
                        () ->
                                new Seal.NotChecked(
                                        Refusal.of(
                                                "integrity.suite-not-supported", "", algorithm)));
    }

    private Verdict unproven(Seal seal) {
        return switch (EuropeanCredential.unsealed(document)) {
            case Decided.Accepted<JsonObject>(var content) ->
                    judge(content, seal, Optional.empty());
            case Decided.Refused<JsonObject> refused -> malformed(refused);
        };
    }

    private Verdict judge(JsonObject content, Seal seal, Optional<JadesCheck.Intact> sealed) {
        if (!EuropeanCredential.isOne(content)) {
            return notOne();
        }
        var read = format(content);
        var issuer = Verification.issuerOf(content);
        var known = known(seal, issuer);
        integrity(seal, sealed);
        issuer(seal, issuer, read, known);
        return new Judgement(
                        content,
                        issuer,
                        true,
                        seal,
                        known,
                        registry,
                        status,
                        JointAward.oneSigns(),
                        checks)
                .rest(seal instanceof Seal.Intact ? read : Optional.empty());
    }

    /** Keys are fetched only where there is one to compare them with. */
    private Optional<TrustedIssuer> known(Seal seal, String issuer) {
        return seal instanceof Seal.Intact intact
                ? published.knownBy(intact.key(), issuer)
                : registry.issuer(issuer);
    }

    private Optional<MicroCredential> format(JsonObject content) {
        return switch (EuropeanCredential.read(content)) {
            case Decided.Accepted<MicroCredential>(var credential) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.european-digital-credential");
                yield Optional.of(credential);
            }
            case Decided.Refused<MicroCredential> refused -> {
                refused.reasons().forEach(reason -> checks.add(Kind.FORMAT, Result.FAILED, reason));
                yield Optional.empty();
            }
        };
    }

    private void integrity(Seal seal, Optional<JadesCheck.Intact> sealed) {
        switch (seal) {
            case Seal.Intact intact -> {
                var test = sealed.filter(one -> one.certificate().ofTestSeal()).isPresent();
                checks.add(
                        Kind.INTEGRITY,
                        Result.PASSED,
                        test ? "integrity.test-seal" : "integrity.intact",
                        "JAdES baseline %s, %s"
                                .formatted(
                                        sealed.map(JadesCheck.Intact::level).orElse("B"),
                                        intact.algorithm()));
                sealed.flatMap(JadesCheck.Intact::stamp).ifPresent(this::stamp);
            }
            case Seal.Broken(var reason) -> checks.add(Kind.INTEGRITY, Result.FAILED, reason);
            case Seal.NotChecked(var reason) ->
                    checks.add(Kind.INTEGRITY, Result.COULD_NOT_CHECK, reason);
        }
    }

    /** No authority is known here whose time would be trusted, so none decides anything. */
    private void stamp(SealStamp stamp) {
        switch (stamp) {
            case SealStamp.Intact(var at, var authority) ->
                    checks.add(
                            Kind.INTEGRITY,
                            Result.PASSED,
                            "integrity.time-stamp-not-trusted",
                            at.toString(),
                            authority);
            case SealStamp.Anonymous(var at) ->
                    checks.add(
                            Kind.INTEGRITY,
                            Result.PASSED,
                            "integrity.time-stamp-anonymous",
                            at.toString());
            case SealStamp.Broken broken ->
                    checks.add(Kind.INTEGRITY, Result.FAILED, "integrity.time-stamp-broken");
        }
    }

    /** Whoever seals need not be who awards; a mandate to do so is not checked. */
    private void issuer(
            Seal seal,
            String issuer,
            Optional<MicroCredential> read,
            Optional<TrustedIssuer> known) {
        if (!(seal instanceof Seal.Intact intact)) {
            checks.notReached(Kind.ISSUER);
            return;
        }
        var forAnother =
                read.map(MicroCredential::awardingBody).filter(body -> !body.id().equals(issuer));
        switch (Keyring.owner(issuer, intact.key(), known)) {
            case ANOTHERS ->
                    checks.add(
                            Kind.ISSUER,
                            Result.FAILED,
                            "issuer.key-not-issuers",
                            issuer,
                            intact.method());
            case UNCONFIRMED ->
                    checks.add(
                            Kind.ISSUER,
                            Result.COULD_NOT_CHECK,
                            "issuer.chain-not-checked",
                            intact.method());
            case MATCHES -> {
                if (forAnother.isPresent()) {
                    checks.add(
                            Kind.ISSUER,
                            Result.COULD_NOT_CHECK,
                            "issuer.mandate-not-checked",
                            intact.method(),
                            forAnother.get().legalName());
                } else {
                    Judgement.matches(issuer, known, checks);
                }
            }
        }
    }
}
