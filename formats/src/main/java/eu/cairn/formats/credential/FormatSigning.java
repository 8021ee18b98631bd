package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSeal;
import eu.cairn.formats.credential.sdjwt.HolderKey;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a micro-credential is signed in each format: in two steps, so that the exact bytes to be
 * signed can be kept before they are signed, and signed again after a crash.
 */
public final class FormatSigning {

    private static final DataIntegrity PROOFS = new DataIntegrity(Contexts.trusted());

    private FormatSigning() {}

    /**
     * A document that lacks nothing but its signature.
     *
     * @param kept what {@link #complete} makes the document of, as JSON text
     * @param bytesToSign the exact bytes that the signature is made over
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are signed and never compared
    public record Unfinished(String kept, byte[] bytesToSign) {

        private static Unfinished of(JsonObjectBuilder kept, byte[] bytesToSign) {
            return new Unfinished(kept.build().toString(), bytesToSign);
        }

        private JsonObject json() {
            try (var reader = JSON.createReader(new StringReader(kept))) {
                return reader.readObject();
            }
        }
    }

    /**
     * What is to be signed by the key of {@code signer}.
     *
     * @param holder the key of the wallet that it is issued to; only SD-JWT VC needs one
     * @param certificate of the key; only the seal of a European Digital Credential needs one
     * @param at the moment that the signature states, where the format has it state one
     * @throws IllegalArgumentException if a mandatory element of the standard is missing, a part
     *     that the format says is lacking, or if the credential does not fit it
     */
    public static Decided<Unfinished> prepare(
            CredentialFormat format,
            MicroCredential credential,
            Publication publication,
            Optional<HolderKey> holder,
            Signer signer,
            Supplier<SealCertificate> certificate,
            Instant at) {
        return switch (format) {
            case OpenBadgeFormat badge ->
                    proven(OpenBadge.write(credential, publication), signer, at);
            case EdubadgesFormat edubadge ->
                    proven(Edubadge.write(credential, publication), signer, at);
            case EuropeanDigitalCredentialFormat european ->
                    JadesSeal.prepare(
                                    EuropeanCredential.write(credential, publication),
                                    certificate.get(),
                                    at)
                            .map(
                                    prepared ->
                                            Unfinished.of(
                                                    JSON.createObjectBuilder()
                                                            .add("document", prepared.document())
                                                            .add(
                                                                    "certificates",
                                                                    prepared.certificate().pem())
                                                            .add("at", prepared.at().toString()),
                                                    prepared.toSign()));
            case LearningCredentialFormat learning ->
                    LearningCredential.prepare(
                                    LearningCredential.write(credential, publication),
                                    holder,
                                    signer)
                            .map(
                                    prepared ->
                                            Unfinished.of(
                                                    JSON.createObjectBuilder()
                                                            .add(
                                                                    "token",
                                                                    prepared.token().signingInput())
                                                            .add(
                                                                    "disclosures",
                                                                    JSON.createArrayBuilder(
                                                                            prepared
                                                                                    .disclosures())),
                                                    prepared.bytesToSign()));
            case ElmoFormat elmo ->
                    ElmoSeal.prepare(Elmo.write(credential, publication), signer)
                            .map(
                                    prepared ->
                                            Unfinished.of(
                                                    JSON.createObjectBuilder()
                                                            .add("document", prepared.document())
                                                            .add(
                                                                    "algorithm",
                                                                    prepared.algorithm().name())
                                                            .add("keyName", prepared.keyName())
                                                            .add("toSign", prepared.toSign()),
                                                    prepared.bytesToSign()));
        };
    }

    private static Decided<Unfinished> proven(String document, Signer signer, Instant at) {
        return PROOFS.prepare(document, signer, at)
                .map(
                        prepared ->
                                Unfinished.of(
                                        JSON.createObjectBuilder()
                                                .add("document", prepared.document())
                                                .add("proof", prepared.proof())
                                                .add("toSign", prepared.toSign()),
                                        prepared.bytesToSign()));
    }

    /** The signed document. */
    public static byte[] complete(
            CredentialFormat format, Unfinished unfinished, byte[] signature) {
        var kept = unfinished.json();
        return switch (format) {
            case OpenBadgeFormat(), EdubadgesFormat() ->
                    bytes(
                            PROOFS.complete(
                                    new DataIntegrity.Prepared(
                                            kept.getString("document"),
                                            kept.getString("proof"),
                                            kept.getString("toSign")),
                                    signature));
            case EuropeanDigitalCredentialFormat european ->
                    bytes(
                            JadesSeal.complete(
                                    new JadesSeal.Prepared(
                                            kept.getString("document"),
                                            certificate(kept),
                                            Instant.parse(kept.getString("at"))),
                                    signature));
            case LearningCredentialFormat learning ->
                    bytes(
                            new LearningCredential.Prepared(
                                            new UnsignedToken(kept.getString("token")),
                                            kept.getJsonArray("disclosures")
                                                    .getValuesAs(JsonString::getString))
                                    .complete(signature));
            case ElmoFormat elmo ->
                    ElmoSeal.complete(
                            new ElmoSeal.Prepared(
                                    kept.getString("document"),
                                    VerificationKey.Algorithm.valueOf(kept.getString("algorithm")),
                                    kept.getString("keyName"),
                                    kept.getString("toSign")),
                            signature);
        };
    }

    /** One certificate alone is what was kept before chains were. */
    private static SealCertificate certificate(JsonObject kept) {
        return kept.containsKey("certificates")
                ? SealCertificate.ofPem(kept.getString("certificates"))
                : SealCertificate.read(Base64.getDecoder().decode(kept.getString("certificate")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
