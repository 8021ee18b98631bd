package eu.cairn.formats.credential.elm;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A micro-credential as a European Digital Credential (European Learning Model 3.2, application
 * profile EDC), without its seal.
 *
 * <p>What the model has no property for is written as notes and identifiers that say by a concept
 * of Cairn's what they are about, so reading restores everything that was written.
 */
public final class EuropeanCredential {

    private EuropeanCredential() {}

    /**
     * The JSON text of an unsealed credential.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing, an
     *     identifier is not an absolute URI, a country is none, a text holds half a character, or
     *     the document would be larger than documents are read
     */
    public static String write(MicroCredential credential, Publication publication) {
        var text = new CredentialWriter(credential, publication).document().toString();
        if (StrictJson.parse(text) instanceof Decided.Refused<JsonObject> refused) {
            throw new IllegalArgumentException(refused.reasons().toString());
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > StrictJson.MAX_BYTES) {
            throw new IllegalArgumentException("the document is larger than documents are read");
        }
        return text;
    }

    /**
     * What a European Digital Credential says, ours or another's, or why it is none: the credential
     * itself, sealed, or wrapped for uploading.
     */
    public static Decided<MicroCredential> read(JsonObject document) {
        return unsealed(document).then(content -> new CredentialReader(content).credential());
    }

    /** What the document says about itself, as far as it does. */
    public static Publication publication(JsonObject document) {
        return new Publication(
                Nodes.identifier(document, Mark.VERIFICATION_CODE),
                Nodes.identifier(document, Mark.VERIFICATION_PAGE),
                StatusList.entries(document).stream().findFirst(),
                Members.object(document, "refreshService")
                        .flatMap(service -> Members.text(service, "id")));
    }

    /** Whether {@code document} claims to be such a credential, sealed or not. */
    public static boolean claims(JsonObject document) {
        return isSealed(document)
                || isOne(document)
                || Members.object(document, "credential")
                        .filter(EuropeanCredential::isOne)
                        .isPresent();
    }

    /** Whether {@code document} calls itself a European Digital Credential. */
    public static boolean isOne(JsonObject document) {
        return Members.texts(document, "type").contains("EuropeanDigitalCredential")
                || Members.texts(document, "@context")
                        .contains(Contexts.EUROPEAN_DIGITAL_CREDENTIAL);
    }

    /** Whether {@code document} is a JSON Web Signature around its content (RFC 7515, 7.2). */
    public static boolean isSealed(JsonObject document) {
        return document.get("payload") instanceof JsonString
                && (document.containsKey("signatures") || document.containsKey("signature"));
    }

    /** The credential inside its seal or wrapping, whose seal is not checked. */
    public static Decided<JsonObject> unsealed(JsonObject document) {
        if (isSealed(document)) {
            return StrictJson.parse(payload(document));
        }
        return Decided.accepted(
                document.containsKey("credentialSubject")
                        ? document
                        : Members.object(document, "credential").orElse(document));
    }

    /** The signature of a sealed credential, as it is written. */
    public static String sealValue(JsonObject sealed) {
        var signature = Members.object(sealed, "signatures").orElse(sealed);
        return Members.text(signature, "signature").orElse("");
    }

    /** The payload of a seal, which its header says to be encoded or not (RFC 7797). */
    static String payload(JsonObject sealed) {
        var payload = sealed.getString("payload");
        var signature = Members.object(sealed, "signatures").orElse(sealed);
        var header = Members.text(signature, "protected").flatMap(EuropeanCredential::decoded);
        var plain =
                header.map(StrictJson::parse)
                        .filter(
                                parsed ->
                                        parsed instanceof Decided.Accepted<JsonObject>(var h)
                                                && JsonValue.FALSE.equals(h.get("b64")))
                        .isPresent();
        return plain ? payload : decoded(payload).orElse(payload);
    }

    private static Optional<String> decoded(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
