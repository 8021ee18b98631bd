package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDObjectBuilder;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Learner;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.UnsignedToken;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A micro-credential as the European wallet holds it: an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc over
 * RFC 9901) of the type {@value #TYPE}, bound to the wallet's key.
 *
 * <p>The unsigned document is the JSON object of all claims in the clear. Signing puts most of them
 * behind digests, so that the holder chooses what to disclose, and is in two steps: {@link
 * #prepare} gives the exact bytes, {@link Prepared#complete} the credential with the signature over
 * them.
 */
public final class LearningCredential {

    /** The type ({@code vct}). Its metadata is the Commission's, so no hash of it is stated. */
    public static final String TYPE = "urn:eu.europa.ec.eudi:learning:credential:1";

    /** The language tag for a language that is not stated (ISO 639-2). */
    static final String UNDETERMINED = "und";

    /** The claim that holds the whole name (OpenID Connect Core, IANA registry of claims). */
    static final String FULL_NAME = "name";

    private LearningCredential() {}

    /**
     * The claims of a credential, unsigned and bound to nobody, as JSON text.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing or a part
     *     that {@link #lacking} names
     */
    public static String write(MicroCredential credential, Publication publication) {
        return new LearningCredentialWriter(credential, publication).document().toString();
    }

    /** What the type demands beyond the standard and {@code credential} does not state. */
    public static List<CredentialPart> lacking(MicroCredential credential) {
        var lacking = new ArrayList<CredentialPart>();
        var learner = credential.learner();
        if (learner.flatMap(Learner::familyName)
                .or(() -> learner.flatMap(LearningCredential::undivided))
                .isEmpty()) {
            lacking.add(CredentialPart.LEARNER_FAMILY_NAME);
        }
        if (learner.flatMap(Learner::identifier).isEmpty()) {
            lacking.add(CredentialPart.LEARNER_IDENTIFIER);
        }
        if (credential.level().flatMap(Level::eqf).isEmpty()) {
            lacking.add(CredentialPart.EQF_LEVEL);
        }
        return List.copyOf(lacking);
    }

    /**
     * A name that has no parts, or none but itself: it stands in the place of the family name, as
     * in travel documents (ICAO Doc 9303, part 3).
     */
    static Optional<String> undivided(Learner learner) {
        var whole = learner.familyName().map(learner.fullName()::equals).orElse(true);
        return whole && learner.givenName().isEmpty()
                ? Optional.of(learner.fullName())
                : Optional.empty();
    }

    /** What {@code claims} say, those in the clear and those disclosed. */
    public static Decided<MicroCredential> read(JsonObject claims) {
        return new LearningCredentialReader(claims).credential();
    }

    /** What a document says, be it unsigned claims or a credential with its disclosures. */
    public static Decided<MicroCredential> read(byte[] document) {
        var text = new String(document, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("{")
                ? StrictJson.parse(document).then(LearningCredential::read)
                : SdJwt.parse(text)
                        .then(
                                sdJwt ->
                                        sdJwt.payload()
                                                .then(
                                                        payload ->
                                                                Disclosed.of(
                                                                        payload,
                                                                        sdJwt.disclosures())))
                        .then(disclosed -> read(disclosed.claims()));
    }

    /**
     * A credential that is ready to be signed.
     *
     * @param token what the issuer signs
     * @param disclosures what the holder may disclose, each with its salt
     */
    public record Prepared(UnsignedToken token, List<String> disclosures) {

        public Prepared {
            disclosures = List.copyOf(disclosures);
        }

        public byte[] bytesToSign() {
            return token.bytesToSign();
        }

        /** The credential with every disclosure, as it is handed to the wallet. */
        public String complete(byte[] signature) {
            return new SdJwt(token.signed(signature), disclosures, Optional.empty())
                    .withoutKeyBinding();
        }
    }

    /**
     * What is to be signed to issue {@code document}, made by {@link #write}, to the wallet that
     * holds the key {@code holder}.
     *
     * <p>The type demands that a credential is bound to a key: without one it is refused with
     * {@code credential.holder-key-missing}.
     */
    public static Decided<Prepared> prepare(
            String document, Optional<HolderKey> holder, Signer signer) {
        if (holder.isEmpty()) {
            return Decided.refused(Refusal.of("credential.holder-key-missing", "cnf"));
        }
        return StrictJson.parse(document)
                .map(
                        claims ->
                                JSON.createObjectBuilder(claims)
                                        .add("cnf", confirmation(holder.get()))
                                        .build())
                .then(claims -> prepare(claims, signer));
    }

    private static JsonObject confirmation(HolderKey holder) {
        var jwk =
                switch (StrictJson.parse(holder.jwk())) {
                    case Decided.Accepted<JsonObject>(var key) -> key;
                    case Decided.Refused<JsonObject> refused ->
                            throw new IllegalArgumentException(refused.reasons().toString());
                };
        return JSON.createObjectBuilder().add("jwk", jwk).build();
    }

    private static Decided<Prepared> prepare(JsonObject claims, Signer signer) {
        var missing =
                Arrays.stream(LearningClaim.values())
                        .filter(claim -> claim.mandatory() && !claims.containsKey(claim.code()))
                        .map(claim -> claim.code())
                        .map(name -> Refusal.of("format.member-missing", name, name))
                        .toList();
        if (!missing.isEmpty()) {
            return Decided.refused(missing);
        }
        var payload = new SDObjectBuilder();
        var disclosures = new ArrayList<String>();
        claims.forEach(
                (name, value) -> {
                    if (isSelective(name)) {
                        var disclosure = new Disclosure(name, plain(value));
                        payload.putSDClaim(disclosure);
                        disclosures.add(disclosure.getDisclosure());
                    } else {
                        payload.putClaim(name, plain(value));
                    }
                });
        var text = JSONObjectUtils.toJSONString(payload.build(true));
        return Decided.accepted(
                new Prepared(UnsignedToken.of(SdJwt.TYPE, text, signer), disclosures));
    }

    private static boolean isSelective(String name) {
        return LearningClaim.ofCode(name)
                .map(LearningClaim::selective)
                .orElse(!name.equals("status"));
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.bigDecimalValue();
            case JsonArray array -> array.stream().map(LearningCredential::plain).toList();
            case JsonObject object -> {
                var map = new LinkedHashMap<String, Object>();
                object.forEach((name, member) -> map.put(name, plain(member)));
                yield map;
            }
            case JsonValue literal ->
                    switch (literal.getValueType()) {
                        case TRUE -> true;
                        case FALSE -> false;
                        default -> throw new IllegalArgumentException("a claim says nothing");
                    };
        };
    }
}
