package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.GraphBounds;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The kinds of checks of which each that fails says that the document never was true. */
    private static final Set<Kind> MAKE_FALSE =
            Set.of(Kind.FORMAT, Kind.INTEGRITY, Kind.ISSUER, Kind.TRUST);

    /** For how long the credentials of one record are looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

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
        var recognised = Recognised.of(document);
        var checks = new Checks(now);
        return recognised instanceof Recognised.OfSeveral(var json)
                ? Answer.on(record(json, checks))
                : Answer.on(verdict(recognised, checks));
    }

    private RecordVerdict record(JsonObject document, Checks checks) {
        var held = LearnerRecord.held(document);
        var findings = new ArrayList<>(CredentialModel.findings(document));
        findings.addAll(LearnerRecord.findings(document));
        var bounded = GraphBounds.admit(document);
        if (!bounded || held.size() > LearnerRecord.MAX_CREDENTIALS) {
            findings.add(Refusal.of("format.graph-too-complex", "verifiableCredential"));
        }
        var known = known(document);
        var seal = seal(document, known);
        if (seal instanceof Seal.Broken(var reason) && reason.code().startsWith("format.")) {
            findings.add(reason);
        }
        findings.forEach(
                finding ->
                        checks.add(
                                Kind.FORMAT,
                                Judgement.LIMITS.contains(finding.code())
                                        ? Result.COULD_NOT_CHECK
                                        : Result.FAILED,
                                finding));
        var until = System.nanoTime() + (bounded ? PATIENCE.toNanos() : -1);
        var verdicts =
                held.stream()
                        .limit(LearnerRecord.MAX_CREDENTIALS)
                        .map(credential -> held(credential, until, new Checks(checks.now())))
                        .toList();
        for (int i = 0; i < verdicts.size(); i++) {
            if (isFalse(verdicts.get(i))) {
                checks.add(
                        Kind.FORMAT,
                        Result.FAILED,
                        "format.record-holds-false",
                        Members.text(held.get(i), "id").orElse(String.valueOf(i + 1)));
            }
        }
        checks.add(
                Kind.FORMAT,
                Result.COULD_NOT_CHECK,
                "format.record-of-several",
                String.valueOf(held.size()));
        boolean covered = seal instanceof Seal.Intact;
        return new RecordVerdict(
                judgement(document, false, seal, known, checks).verdict(Optional.empty()),
                verdicts,
                covered ? LearnerRecord.named(document) : List.of(),
                covered ? LearnerRecord.associated(document) : List.of());
    }

    /** Whether it was never a true credential; one that was withdrawn or has ended was one. */
    private static boolean isFalse(Verdict verdict) {
        return verdict.checks().stream()
                .anyMatch(
                        check ->
                                check.result() == Result.FAILED
                                        && MAKE_FALSE.contains(check.kind()));
    }

    /** A record in a record is not looked into, and nothing after {@code until}. */
    private Verdict held(JsonObject credential, long until, Checks checks) {
        if (System.nanoTime() > until) {
            return stopped(
                    checks, Result.COULD_NOT_CHECK, Refusal.of("format.graph-too-complex", ""));
        }
        var recognised = Recognised.of(credential.toString().getBytes(StandardCharsets.UTF_8));
        return recognised instanceof Recognised.OfSeveral
                ? stopped(
                        checks,
                        Result.COULD_NOT_CHECK,
                        Refusal.of("format.not-supported", "", "Comprehensive Learner Record"))
                : verdict(recognised, checks);
    }

    private Verdict verdict(Recognised document, Checks checks) {
        return switch (document) {
            case Recognised.Credential(var json) -> {
                var known = known(json);
                yield judge(json, false, seal(json, known), known, checks);
            }
            case Recognised.OfOpenBadges2(var assertion) ->
                    older(new OlderBadge(assertion, Optional.empty()), checks);
            case Recognised.OfSeveral(var json) -> record(json, checks).record();
            case Recognised.Jwt(var token) ->
                    decided(
                            CompactJws.read(token)
                                    .then(jws -> jws.json().map(json -> token(jws, json, checks))),
                            checks);
            case Recognised.Carried(var carrier, var inside) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.found-inside", carrier);
                yield verdict(inside, checks);
            }
            case Recognised.Selective(var token) -> selective(token, checks);
            case Recognised.Results(var xml) ->
                    new ElmoJudgement(xml, registry, status, checks).verdict();
            case Recognised.European(var json) ->
                    new EuropeanJudgement(json, registry, published, status, checks).verdict();
            case Recognised.NotSupported(var format) ->
                    stopped(
                            checks,
                            Result.COULD_NOT_CHECK,
                            Refusal.of("format.not-supported", "", format));
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

    private Verdict token(CompactJws jws, JsonObject payload, Checks checks) {
        if (VerificationReport.isReport(jws)) {
            return report(jws, checks);
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
