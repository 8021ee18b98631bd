package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.badge.OpenBadge2;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * An Open Badges 2.0 assertion of a stranger. A hosted one proves nothing by itself: it counts for
 * what stands at its address, which is not fetched. A signed one is checked with the keys that the
 * registry has of its issuer, or that the issuer publishes behind its {@code did:web}; its list of
 * revocations is not fetched either.
 *
 * @param assertion the assertion
 * @param jws its signature, if it came with one
 */
record OlderBadge(JsonObject assertion, Optional<CompactJws> jws) {

    /** The assertion that a token signs, if its payload is one. */
    static Optional<OlderBadge> signed(CompactJws jws, JsonObject payload) {
        return OpenBadge2.claims(payload)
                ? Optional.of(new OlderBadge(payload, Optional.of(jws)))
                : Optional.empty();
    }

    /** The issuer, as far as the assertion itself names it. */
    String issuer() {
        return OpenBadge2.badgeClass(assertion)
                .flatMap(badge -> Members.id(badge, "issuer"))
                .orElse("");
    }

    /**
     * What is known of the issuer; keys are fetched only for a signature to be checked with them.
     */
    Optional<TrustedIssuer> known(PublishedKeys published) {
        return jws.isPresent() ? published.known(issuer()) : published.registry().issuer(issuer());
    }

    /** Whether its form leaves nothing to check further. */
    boolean isRefused(Checks checks) {
        if (OpenBadge2.isPart(assertion)) {
            checks.add(Kind.FORMAT, Result.COULD_NOT_CHECK, "format.badge-part");
            return true;
        }
        var findings = OpenBadge2.findings(assertion);
        findings.forEach(finding -> checks.add(Kind.FORMAT, Result.FAILED, finding));
        return !findings.isEmpty();
    }

    /** What it says, if that stands in it and is signed. */
    Optional<MicroCredential> content(Seal seal, Checks checks) {
        if (OpenBadge2.badgeClass(assertion).isEmpty()) {
            checks.add(
                    Kind.FORMAT,
                    Result.COULD_NOT_CHECK,
                    "format.badge-elsewhere",
                    Members.id(assertion, "badge").orElse(""));
            return Optional.empty();
        }
        return switch (OpenBadge2.read(assertion)) {
            case Decided.Accepted<MicroCredential>(var credential) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.open-badges-2");
                yield seal instanceof Seal.Intact ? Optional.of(credential) : Optional.empty();
            }
            case Decided.Refused<MicroCredential> refused -> {
                refused.reasons().forEach(reason -> checks.add(Kind.FORMAT, Result.FAILED, reason));
                yield Optional.empty();
            }
        };
    }

    Seal seal(Optional<TrustedIssuer> known) {
        if (jws.isEmpty()) {
            return OpenBadge2.isSigned(assertion)
                    ? new Seal.Broken(Refusal.of("integrity.no-proof", ""))
                    : new Seal.NotChecked(
                            Refusal.of(
                                    "integrity.hosted",
                                    "",
                                    Members.text(assertion, "id").orElse("")));
        }
        var signature = jws.get();
        if (signature.isForbidden()) {
            return new Seal.Broken(
                    Refusal.of("integrity.algorithm-forbidden", "alg", signature.algorithm()));
        }
        if (!signature.isSupported()) {
            return new Seal.NotChecked(
                    Refusal.of("integrity.suite-not-supported", "alg", signature.algorithm()));
        }
        var creator = OpenBadge2.creator(assertion);
        var keys = keys(creator, known);
        if (keys.isEmpty()) {
            return new Seal.NotChecked(
                    Refusal.of(
                            "integrity.key-unknown",
                            "verification.creator",
                            creator.orElseGet(this::issuer)));
        }
        return keys.entrySet().stream()
                .filter(key -> signature.isSignedBy(key.getValue()))
                .findFirst()
                .<Seal>map(
                        key ->
                                new Seal.Intact(
                                        key.getKey(),
                                        key.getValue(),
                                        signature.algorithm(),
                                        signature.signature(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                .orElseGet(() -> new Seal.Broken(Refusal.of("integrity.changed", "")));
    }

    /**
     * The key of the issuer that the assertion names; where it names none, any that the issuer
     * declares (Open Badges 2.0, verification of signed badges).
     */
    private static Map<String, IssuerKey> keys(
            Optional<String> creator, Optional<TrustedIssuer> known) {
        var all = known.map(TrustedIssuer::keys).orElse(Map.of());
        return creator.map(
                        name ->
                                all.containsKey(name)
                                        ? Map.of(name, all.get(name))
                                        : Map.<String, IssuerKey>of())
                .orElse(all);
    }

    /** The assertion in the members that {@link Judgement} looks at. */
    JsonObject asCredential() {
        return OpenBadge2.asCredential(assertion);
    }
}
