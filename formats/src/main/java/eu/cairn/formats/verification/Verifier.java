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

    /** Of more than these no document of any format is read. */
    public static final int MAX_BYTES = 10 << 20;

    private final TrustRegistry registry;
    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());
    private final StatusCheck status;

    public Verifier(TrustRegistry registry, StatusLists lists) {
        this.registry = registry;
        this.status = new StatusCheck(lists, integrity);
    }

    public Verdict verify(byte[] document, Instant now) {
        return verdict(Recognised.of(document), new Checks(now));
    }

    private Verdict verdict(Recognised document, Checks checks) {
        return switch (document) {
            case Recognised.Credential(var json) -> {
                var known = known(json);
                yield judge(json, false, seal(json, known), known, checks);
            }
            case Recognised.OfOpenBadges2(var assertion) ->
                    older(new OlderBadge(assertion, Optional.empty()), checks);
            case Recognised.Jwt(var token) ->
                    OlderBadge.signed(token)
                            .map(badge -> older(badge, checks))
                            .orElseGet(() -> jwt(token, checks));
            case Recognised.Carried(var carrier, var inside) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.found-inside", carrier);
                yield verdict(inside, checks);
            }
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

    private static Verdict stopped(Checks checks, Result result, Refusal reason) {
        checks.add(Kind.FORMAT, result, reason);
        checks.restNotReached();
        return Verdict.of(Optional.empty(), checks.list(), checks.now());
    }

    private Verdict older(OlderBadge badge, Checks checks) {
        if (badge.isRefused(checks)) {
            checks.restNotReached();
            return Verdict.of(Optional.empty(), checks.list(), checks.now());
        }
        var known = registry.issuer(badge.issuer());
        var seal = badge.seal(known);
        var content = badge.content(seal, checks);
        return judgement(badge.asCredential(), true, seal, known, checks).verdict(content);
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
                document, issuerOf(document), ofJwt, seal, known, registry.name(), status, checks);
    }
}
