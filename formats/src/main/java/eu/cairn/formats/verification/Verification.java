package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verification of one document by a {@link Verifier}: recognises it, and has it judged as what
 * it is.
 */
final class Verification {

    /** Reasons that lie with this reader and not with the document. */
    private static final Set<String> NOT_READ =
            Stream.concat(Recognised.BOUNDS.stream(), Stream.of("format.not-supported"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String PRESENTATION = "verifiable presentation";

    private final TrustRegistry registry;
    private final DataIntegrity integrity;
    private final PublishedKeys published;
    private final StatusCheck status;
    private final TokenStatusCheck tokenStatus;
    private final Optional<Challenge> challenge;

    /**
     * @param registry is asked anew for each document, and once for each issuer
     * @param challenge what the holder was asked to answer, if anything
     */
    Verification(
            AskedOnce registry,
            DataIntegrity integrity,
            IdentityDocuments documents,
            StatusCheck status,
            TokenStatusCheck tokenStatus,
            Optional<Challenge> challenge) {
        this.registry = registry;
        this.integrity = integrity;
        this.published = new PublishedKeys(registry, documents);
        this.status = status;
        this.tokenStatus = tokenStatus;
        this.challenge = challenge;
    }

    Answer answer(byte[] document, Instant now) {
        return answer(Recognised.of(document), new Checks(now));
    }

    private Answer answer(Recognised document, Checks checks) {
        if (document instanceof Recognised.Carried(var carrier, var inside)) {
            checks.add(Kind.FORMAT, Result.PASSED, "format.found-inside", carrier);
            return answer(inside, checks);
        }
        if (document instanceof Recognised.OfSeveral(var json)) {
            var known = known(json);
            var judgement = judgement(json, false, seal(json, known), known, checks);
            return Answer.on(new RecordJudgement(json, judgement).verdict(this::verdict));
        }
        if (document instanceof Recognised.OfPresentation(var json)) {
            return shown(Presentation.of(json, integrity, published::known), checks);
        }
        if (document instanceof Recognised.Jwt(var token)) {
            var read = CompactJws.read(token);
            return read instanceof Decided.Accepted<CompactJws>(var jws)
                            && Presentation.isClaimedBy(jws)
                    ? shown(jws, checks)
                    : Answer.on(token(read, checks));
        }
        return Answer.on(verdict(document, checks));
    }

    private Answer shown(CompactJws jws, Checks checks) {
        return switch (jws.json().then(of -> Presentation.read(jws, of, published::known))) {
            case Decided.Accepted<Presentation>(var presentation) -> shown(presentation, checks);
            case Decided.Refused<Presentation>(var reasons) ->
                    Answer.on(decided(Decided.refused(reasons), checks));
        };
    }

    private Answer shown(Presentation presentation, Checks checks) {
        return new PresentationJudgement(presentation, challenge, checks).answer(this::verdict);
    }

    /**
     * The verdict on a credential; what holds several is none, and is not opened inside another.
     */
    private Verdict verdict(Recognised document, Checks checks) {
        return switch (document) {
            case Recognised.Credential(var json) -> {
                var known = known(json);
                yield judge(json, false, seal(json, known), known, checks);
            }
            case Recognised.OfOpenBadges2(var assertion) ->
                    older(new OlderBadge(assertion, Optional.empty()), checks);
            case Recognised.OfSeveral several ->
                    notSupported("Comprehensive Learner Record", checks);
            case Recognised.OfPresentation several -> notSupported(PRESENTATION, checks);
            case Recognised.Jwt(var token) -> token(CompactJws.read(token), checks);
            case Recognised.Carried(var carrier, var inside) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.found-inside", carrier);
                yield verdict(inside, checks);
            }
            case Recognised.Selective(var token) -> selective(token, checks);
            case Recognised.Results(var xml) ->
                    new ElmoJudgement(xml, registry, status, checks).verdict();
            case Recognised.European(var json) ->
                    new EuropeanJudgement(json, registry, published, status, checks).verdict();
            case Recognised.NotSupported(var format) -> notSupported(format, checks);
            case Recognised.Malformed(var reason) -> stopped(checks, Result.FAILED, reason);
            case Recognised.OutOfBounds(var reason) ->
                    stopped(checks, Result.COULD_NOT_CHECK, reason);
            case Recognised.Unknown() ->
                    stopped(
                            checks,
                            Result.COULD_NOT_CHECK,
                            Refusal.of("format.not-recognised", ""));
        };
    }

    private static Verdict notSupported(String format, Checks checks) {
        return stopped(
                checks, Result.COULD_NOT_CHECK, Refusal.of("format.not-supported", "", format));
    }

    static Verdict stopped(Checks checks, Result result, Refusal reason) {
        checks.add(Kind.FORMAT, result, reason);
        checks.restNotReached();
        return Verdict.of(Optional.empty(), checks.list(), checks.now());
    }

    private Verdict older(OlderBadge badge, Checks checks) {
        if (badge.isRefused(checks)) {
            checks.restNotReached();
            return Verdict.of(Optional.empty(), checks.list(), checks.now());
        }
        var known = badge.known(published);
        var seal = badge.seal(known);
        var content = badge.content(seal, checks);
        return judgement(badge.asCredential(), true, seal, known, checks).verdict(content);
    }

    private Verdict token(Decided<CompactJws> read, Checks checks) {
        return decided(read.then(jws -> jws.json().map(json -> token(jws, json, checks))), checks);
    }

    private Verdict token(CompactJws jws, JsonObject payload, Checks checks) {
        if (VerificationReport.isReport(jws)) {
            return report(jws, checks);
        }
        if (Presentation.isClaimedBy(jws)) {
            return notSupported(PRESENTATION, checks);
        }
        return OlderBadge.signed(jws, payload)
                .map(badge -> older(badge, checks))
                .orElseGet(
                        () ->
                                decided(
                                        SignedJwt.read(jws, payload).map(jwt -> jwt(jwt, checks)),
                                        checks));
    }

    /** A report says something about a credential, and is none. */
    private static Verdict report(CompactJws jws, Checks checks) {
        return decided(
                VerificationReport.read(jws, List.of())
                        .map(
                                report ->
                                        stopped(
                                                checks,
                                                Result.COULD_NOT_CHECK,
                                                Refusal.of(
                                                        "format.verification-report",
                                                        "",
                                                        report.signer()))),
                checks);
    }

    private Verdict jwt(SignedJwt jwt, Checks checks) {
        var credential = jwt.credential();
        var known = known(credential);
        return judge(credential, true, jwt.verify(issuerOf(credential), known), known, checks);
    }

    /** The verdict; of what could not be read the one that says so. */
    private static Verdict decided(Decided<Verdict> read, Checks checks) {
        return switch (read) {
            case Decided.Accepted<Verdict>(var verdict) -> verdict;
            case Decided.Refused<Verdict> refused -> {
                var reason = refused.reasons().getFirst();
                var open = NOT_READ.contains(reason.code());
                yield stopped(checks, open ? Result.COULD_NOT_CHECK : Result.FAILED, reason);
            }
        };
    }

    private Verdict selective(String token, Checks checks) {
        return decided(
                SdJwtCredential.read(token)
                        .map(
                                credential ->
                                        new SdJwtJudgement(
                                                        credential,
                                                        published.known(credential.issuer()),
                                                        registry,
                                                        status,
                                                        tokenStatus,
                                                        challenge,
                                                        checks)
                                                .verdict()),
                checks);
    }

    static String issuerOf(JsonObject document) {
        return Members.id(document, "issuer").orElse("");
    }

    private Optional<TrustedIssuer> known(JsonObject document) {
        return published.known(issuerOf(document));
    }

    private Seal seal(JsonObject document, Optional<TrustedIssuer> known) {
        if (document.containsKey("proof")
                && OpenBadge.isOurs(document)
                && !OpenBadge.isAsWritten(document)) {
            return new Seal.Broken(Refusal.of("integrity.changed", ""));
        }
        var seal = Seal.of(integrity.verify(document, method -> Keyring.find(method, known)));
        var issuer = issuerOf(document);
        return seal instanceof Seal.Intact intact
                ? intact.ledBy(key -> Keyring.owner(issuer, key, known) == Keyring.Owner.MATCHES)
                : seal;
    }

    private Verdict judge(
            JsonObject document,
            boolean ofJwt,
            Seal seal,
            Optional<TrustedIssuer> known,
            Checks checks) {
        return judgement(document, ofJwt, seal, known, checks).verdict();
    }

    private Judgement judgement(
            JsonObject document,
            boolean ofJwt,
            Seal seal,
            Optional<TrustedIssuer> known,
            Checks checks) {
        return new Judgement(
                document,
                issuerOf(document),
                ofJwt,
                seal,
                known,
                registry,
                status,
                ofJwt ? JointAward.oneSigns() : JointAward.allSign(registry),
                checks);
    }
}
