package eu.cairn.formats.verification;

import eu.cairn.credential.Element;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the one verdict on a document of unknown origin, with every check that was made and every
 * one that was not.
 *
 * <p>Nothing is fetched but through {@link StatusLists}, and that only for an issuer the registry
 * knows. What the document says is shown only if its signature covers it.
 */
public final class Verifier {

    /** How far the clocks of issuer and verifier may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Findings that say where the bounds of this reader lie, not that the document is false. */
    private static final Set<String> LIMITS =
            Set.of("format.context-not-trusted", "format.graph-too-complex");

    private static final int MOST_FINDINGS = 10;

    private final TrustRegistry registry;
    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());
    private final StatusCheck status;

    public Verifier(TrustRegistry registry, StatusLists lists) {
        this.registry = registry;
        this.status = new StatusCheck(lists, integrity);
    }

    public Verdict verify(byte[] document, Instant now) {
        return switch (Recognised.of(document)) {
            case Recognised.Credential(var json) -> {
                var known = known(json);
                yield judge(json, seal(json, known), known, new Checks(now), false);
            }
            case Recognised.Jwt(var token) -> jwt(token, new Checks(now));
            case Recognised.NotSupported(var format) ->
                    stopped(
                            new Checks(now),
                            Result.COULD_NOT_CHECK,
                            Refusal.of("format.not-supported", "", format));
            case Recognised.Malformed(var reason) ->
                    stopped(new Checks(now), Result.FAILED, reason);
            case Recognised.OutOfBounds(var reason) ->
                    stopped(new Checks(now), Result.COULD_NOT_CHECK, reason);
            case Recognised.Unknown() ->
                    stopped(
                            new Checks(now),
                            Result.COULD_NOT_CHECK,
                            Refusal.of("format.not-recognised", ""));
        };
    }

    private static Verdict stopped(Checks checks, Result result, Refusal reason) {
        checks.add(Kind.FORMAT, result, reason);
        checks.restNotReached();
        return Verdict.of(Optional.empty(), checks.list(), checks.now());
    }

    private Verdict jwt(String token, Checks checks) {
        return switch (SignedJwt.read(token)) {
            case Decided.Refused<SignedJwt> refused -> {
                var reason = refused.reasons().getFirst();
                yield stopped(
                        checks,
                        Recognised.BOUNDS.contains(reason.code())
                                ? Result.COULD_NOT_CHECK
                                : Result.FAILED,
                        reason);
            }
            case Decided.Accepted<SignedJwt>(var jwt) -> {
                var known = known(jwt.credential());
                yield judge(
                        jwt.credential(),
                        jwt.verify(issuerOf(jwt.credential()), known),
                        known,
                        checks,
                        true);
            }
        };
    }

    private static String issuerOf(JsonObject document) {
        return Members.id(document, "issuer").orElse("");
    }

    private Optional<TrustedIssuer> known(JsonObject document) {
        return registry.issuer(issuerOf(document));
    }

    private Seal seal(JsonObject document, Optional<TrustedIssuer> known) {
        if (document.containsKey("proof")
                && OpenBadge.isOurs(document)
                && !OpenBadge.isAsWritten(document)) {
            return new Seal.Broken(Refusal.of("integrity.changed", ""));
        }
        return Seal.of(integrity.verify(document, method -> Keyring.find(method, known)));
    }

    private Verdict judge(
            JsonObject document,
            Seal seal,
            Optional<TrustedIssuer> known,
            Checks checks,
            boolean ofJwt) {
        var content = format(document, seal, checks, ofJwt);
        integrity(seal, checks);
        issuer(document, seal, known, checks);
        trust(document, content, known, checks);
        status.check(document, known, checks);
        validity(document, seal, checks);
        completeness(content, checks);
        checks.add(Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.not-checked");
        return Verdict.of(content, checks.list(), checks.now());
    }

    /** Checks the shape; the content is what was signed, so there is none without a signature. */
    private static Optional<MicroCredential> format(
            JsonObject document, Seal seal, Checks checks, boolean ofJwt) {
        var findings = new ArrayList<Refusal>();
        var ofModel2 =
                !ofJwt || Members.texts(document, "@context").contains(Contexts.CREDENTIALS_V2);
        if (ofModel2) {
            findings.addAll(CredentialModel.findings(document));
        }
        uncovered(seal).ifPresent(findings::add);
        if (ofModel2 && OpenBadgeModel.claims(document)) {
            findings.addAll(OpenBadgeModel.findings(document));
        }
        if (!findings.isEmpty()) {
            findings.stream()
                    .limit(MOST_FINDINGS)
                    .forEach(
                            finding ->
                                    checks.add(
                                            Kind.FORMAT,
                                            LIMITS.contains(finding.code())
                                                    ? Result.COULD_NOT_CHECK
                                                    : Result.FAILED,
                                            finding));
            return Optional.empty();
        }
        return content(document, seal, checks);
    }

    private static Optional<Refusal> uncovered(Seal seal) {
        return switch (seal) {
            case Seal.Broken(var reason) when reason.code().startsWith("format.") ->
                    Optional.of(reason);
            case Seal.Broken broken -> Optional.empty();
            case Seal.Intact intact -> Optional.empty();
            case Seal.NotChecked open -> Optional.empty();
        };
    }

    private static Optional<MicroCredential> content(
            JsonObject document, Seal seal, Checks checks) {
        if (!OpenBadgeModel.claims(document)) {
            checks.add(Kind.FORMAT, Result.COULD_NOT_CHECK, "format.no-achievement");
            return Optional.empty();
        }
        return switch (OpenBadge.read(document)) {
            case Decided.Accepted<MicroCredential>(var credential) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.open-badges-3");
                yield seal instanceof Seal.Intact ? Optional.of(credential) : Optional.empty();
            }
            case Decided.Refused<MicroCredential> refused -> {
                refused.reasons().forEach(reason -> checks.add(Kind.FORMAT, Result.FAILED, reason));
                yield Optional.empty();
            }
        };
    }

    private static void integrity(Seal seal, Checks checks) {
        switch (seal) {
            case Seal.Intact intact ->
                    checks.add(
                            Kind.INTEGRITY, Result.PASSED, "integrity.intact", intact.algorithm());
            case Seal.Broken(var reason) when reason.code().startsWith("format.") ->
                    checks.notReached(Kind.INTEGRITY);
            case Seal.Broken(var reason) -> checks.add(Kind.INTEGRITY, Result.FAILED, reason);
            case Seal.NotChecked(var reason) ->
                    checks.add(Kind.INTEGRITY, Result.COULD_NOT_CHECK, reason);
        }
    }

    private static void issuer(
            JsonObject document, Seal seal, Optional<TrustedIssuer> known, Checks checks) {
        if (!(seal instanceof Seal.Intact intact)) {
            checks.notReached(Kind.ISSUER);
            return;
        }
        var issuer = issuerOf(document);
        switch (Keyring.owner(issuer, intact.key(), known)) {
            case MATCHES -> checks.add(Kind.ISSUER, Result.PASSED, "issuer.key-matches", issuer);
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
                            "issuer.key-unconfirmed",
                            issuer,
                            intact.method());
        }
    }

    private void trust(
            JsonObject document,
            Optional<MicroCredential> content,
            Optional<TrustedIssuer> known,
            Checks checks) {
        if (known.isEmpty()) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.issuer-unknown",
                    content.map(of -> of.awardingBody().legalName()).orElse(issuerOf(document)),
                    registry.name());
            return;
        }
        var entry = known.get();
        var day =
                content.map(
                        of ->
                                of.awardedOn()
                                        .orElse(
                                                of.issuedAt()
                                                        .atOffset(ZoneOffset.UTC)
                                                        .toLocalDate()));
        if (day.isPresent() && !entry.couldAwardOn(day.get())) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.outside-period",
                    entry.legalName(),
                    day.get().toString());
            return;
        }
        var named = content.map(of -> of.awardingBody().legalName());
        if (named.isPresent() && !named.get().equals(entry.legalName())) {
            checks.add(
                    Kind.TRUST,
                    Result.PASSED,
                    "trust.listed-as",
                    entry.legalName(),
                    named.get(),
                    entry.source(),
                    registry.name());
            return;
        }
        checks.add(
                Kind.TRUST,
                Result.PASSED,
                entry.demo() ? "trust.listed-demo" : "trust.listed",
                entry.legalName(),
                entry.source(),
                registry.name());
    }

    private static void validity(JsonObject document, Seal seal, Checks checks) {
        var now = checks.now();
        var from =
                Members.text(document, "validFrom")
                        .or(() -> Members.text(document, "issuanceDate"))
                        .flatMap(Members::instant);
        var until =
                Members.text(document, "validUntil")
                        .or(() -> Members.text(document, "expirationDate"))
                        .flatMap(Members::instant);
        var sealedUntil =
                seal instanceof Seal.Intact intact ? intact.expires() : Optional.<Instant>empty();
        if (from.isEmpty()) {
            checks.notReached(Kind.VALIDITY);
        } else if (from.get().isAfter(now.plus(SKEW))) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.not-yet", day(from.get()));
        } else if (until.isPresent() && until.get().isBefore(now)) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.expired", day(until.get()));
        } else if (sealedUntil.isPresent() && sealedUntil.get().isBefore(now)) {
            checks.add(
                    Kind.VALIDITY, Result.FAILED, "validity.seal-expired", day(sealedUntil.get()));
        } else if (until.isPresent()) {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.in-period", day(until.get()));
        } else {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.no-end");
        }
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static void completeness(Optional<MicroCredential> content, Checks checks) {
        if (content.isEmpty()) {
            checks.notReached(Kind.COMPLETENESS);
            return;
        }
        List<String> missing = content.get().missing().stream().map(Element::code).toList();
        if (missing.isEmpty()) {
            checks.add(Kind.COMPLETENESS, Result.PASSED, "completeness.complete");
        } else {
            checks.add(
                    Kind.COMPLETENESS,
                    Result.FAILED,
                    "completeness.missing",
                    missing.toArray(String[]::new));
        }
    }

    /** Finds keys by their names, and says whose they are. */
    static final class Keyring {

        private Keyring() {}

        enum Owner {
            MATCHES,
            ANOTHERS,
            UNCONFIRMED
        }

        /** A key for checking integrity only; whose it is, is another question. */
        static Optional<eu.cairn.formats.credential.VerificationKey> find(
                String method, Optional<TrustedIssuer> known) {
            return DidKey.key(method)
                    .or(
                            () ->
                                    known.map(entry -> entry.keys().get(method))
                                            .flatMap(IssuerKey::verificationKey))
                    .or(() -> DidKey.fromMultikey(method.substring(method.indexOf('#') + 1)));
        }

        static Owner owner(String issuer, IssuerKey key, Optional<TrustedIssuer> known) {
            var own = IssuerKey.insideIdentifier(issuer);
            if (own.isPresent()) {
                return own.get().equals(key) ? Owner.MATCHES : Owner.ANOTHERS;
            }
            if (known.isEmpty() || known.get().keys().isEmpty()) {
                return Owner.UNCONFIRMED;
            }
            return known.get().keys().containsValue(key) ? Owner.MATCHES : Owner.ANOTHERS;
        }
    }
}
