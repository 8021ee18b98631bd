package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
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
import java.util.Optional;

/**
 * Gives the one verdict on a document of unknown origin, with every check that was made and every
 * one that was not.
 *
 * <p>Nothing is fetched but through {@link StatusLists}, and that only for an issuer the registry
 * knows. What the document says is shown only if its signature covers it.
 */
public final class Verifier {

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
                yield judge(json, false, seal(json, known), known, new Checks(now));
            }
            case Recognised.European(var json) ->
                    new EuropeanJudgement(json, registry, status, new Checks(now)).verdict();
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

    static Verdict stopped(Checks checks, Result result, Refusal reason) {
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
                        true,
                        jwt.verify(issuerOf(jwt.credential()), known),
                        known,
                        checks);
            }
        };
    }

    static String issuerOf(JsonObject document) {
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
                        registry.name(),
                        status,
                        checks)
                .verdict();
    }
}
