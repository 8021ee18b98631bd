package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A presentation (W3C Verifiable Credentials Data Model 2.0, section 4.13) whose own seal, if it
 * has one, was looked at: a proof inside, or the signature of a token with the media type {@code
 * vp+jwt} (W3C Securing Verifiable Credentials using JOSE and COSE, 2025, section 3.1.2).
 *
 * @param document the presentation
 * @param seal what its own seal proves, if it has one
 * @param known what is known of its holder
 * @param answers what its seal says that it was made in answer to
 */
record Presentation(
        JsonObject document,
        Optional<Seal> seal,
        Optional<TrustedIssuer> known,
        Optional<Challenge> answers) {

    static final String TYPE = "VerifiablePresentation";
    private static final String MEDIA_TYPE = "vp+jwt";

    private static final ProofDemands FOR_SHOWING =
            new ProofDemands(
                    Set.of(ProofDemands.AUTHENTICATION), Optional.empty(), Optional.empty());

    /** Finds out what is known of a holder, by its identifier. */
    interface Holders extends Function<String, Optional<TrustedIssuer>> {}

    /** A presentation with a proof inside, or with none. */
    static Presentation of(JsonObject document, DataIntegrity integrity, Holders holders) {
        if (!document.containsKey("proof")) {
            return new Presentation(document, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var holder = Members.id(document, "holder").orElse("");
        var known = holders.apply(holder);
        var seal =
                Seal.of(
                        integrity.verify(
                                document, method -> Keyring.find(method, known), FOR_SHOWING));
        if (seal instanceof Seal.Intact intact) {
            var first =
                    intact.ledBy(key -> Keyring.owner(holder, key, known) == Keyring.Owner.MATCHES);
            return new Presentation(
                    document, Optional.of(first), known, answered(document, first.signature()));
        }
        return new Presentation(document, Optional.of(seal), known, Optional.empty());
    }

    private static Optional<Challenge> answered(JsonObject document, String signature) {
        return Members.objects(document, "proof").stream()
                .filter(proof -> Members.text(proof, "proofValue").equals(Optional.of(signature)))
                .findFirst()
                .flatMap(proof -> challenge(proof, "domain", "challenge"));
    }

    private static Optional<Challenge> challenge(JsonObject made, String whom, String what) {
        var audience = Members.texts(made, whom);
        var nonce = Members.text(made, what).filter(text -> !text.isBlank());
        return audience.size() == 1
                        && Members.items(made, whom).count() == 1
                        && !audience.getFirst().isBlank()
                ? nonce.map(text -> new Challenge(audience.getFirst(), text))
                : Optional.empty();
    }

    /** Whether {@code jws} is meant to be one. */
    static boolean isClaimedBy(CompactJws jws) {
        return SignedJwt.mediaType(jws.header(), "typ", "").equals(MEDIA_TYPE);
    }

    /** The presentation in the {@code payload} of {@code jws}. */
    static Decided<Presentation> read(CompactJws jws, JsonObject payload, Holders holders) {
        var holder = Members.id(payload, "holder");
        if (!SignedJwt.mediaType(jws.header(), "cty", "vp").equals("vp")
                || !Members.texts(payload, "type").contains(TYPE)) {
            return refused("format.media-type-wrong");
        }
        if (payload.containsKey("vp")
                || payload.containsKey("vc")
                || (payload.containsKey("iss") && !Members.text(payload, "iss").equals(holder))
                || (payload.containsKey("jti")
                        && !Members.text(payload, "jti").equals(Members.text(payload, "id")))) {
            return refused("format.claims-disagree");
        }
        for (var claim : List.of("nbf", "exp")) {
            if (payload.containsKey(claim) && SignedJwt.moment(payload, claim).isEmpty()) {
                return refused("format.claims-unreadable");
            }
        }
        var known = holders.apply(holder.orElse(""));
        var starts =
                Stream.of("iat", "nbf")
                        .flatMap(claim -> SignedJwt.moment(payload, claim).stream())
                        .max(Instant::compareTo);
        var seal =
                jws.seal(
                        holder.orElse(""),
                        SignedJwt.candidates(jws, holder.orElse(""), known),
                        starts,
                        SignedJwt.moment(payload, "exp"));
        return Decided.accepted(
                new Presentation(
                        payload, Optional.of(seal), known, challenge(payload, "aud", "nonce")));
    }

    private static Decided<Presentation> refused(String code) {
        return Decided.refused(Refusal.of(code, ""));
    }

    Optional<String> holder() {
        return Members.id(document, "holder");
    }

    /** The credentials in it, as they stand there. */
    List<JsonValue> held() {
        return Members.items(document, "verifiableCredential").toList();
    }

    /** Whose the key is that sealed it: of whom it names as holder, as far as that is known. */
    Keyring.Owner owner(Seal.Intact intact) {
        return holder().map(of -> Keyring.owner(of, intact.key(), known))
                .orElse(Keyring.Owner.UNCONFIRMED);
    }

    /** Whether {@code subject} is the name of whoever has the key that sealed it. */
    boolean isSealedBy(String subject, Seal.Intact intact) {
        return IssuerKey.insideIdentifier(subject).equals(Optional.of(intact.key()))
                || (holder().equals(Optional.of(subject))
                        && owner(intact) == Keyring.Owner.MATCHES);
    }
}
