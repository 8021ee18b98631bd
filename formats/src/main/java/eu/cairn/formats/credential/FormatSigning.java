package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

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
     * @param unfinished what {@link #complete} makes the document of, in a form of its own format
     * @param bytesToSign the exact bytes that the signature is made over
     */
    @SuppressWarnings("ArrayRecordComponent") // a document is the bytes it is; never compared
    public record Unfinished(byte[] unfinished, byte[] bytesToSign) {}

    /**
     * What is to be signed by the key of {@code signer}.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing
     */
    public static Decided<Unfinished> prepare(
            CredentialFormat format,
            MicroCredential credential,
            Publication publication,
            Signer signer,
            Instant at) {
        return switch (format) {
            case OpenBadgeFormat badge ->
                    PROOFS.prepare(OpenBadge.write(credential, publication), signer, at)
                            .map(FormatSigning::unfinished);
        };
    }

    /** The signed document. */
    public static byte[] complete(
            CredentialFormat format, Unfinished unfinished, byte[] signature) {
        return switch (format) {
            case OpenBadgeFormat badge ->
                    PROOFS.complete(prepared(unfinished), signature)
                            .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Unfinished unfinished(DataIntegrity.Prepared prepared) {
        var kept =
                JSON.createObjectBuilder()
                        .add("document", prepared.document())
                        .add("proof", prepared.proof())
                        .add("toSign", prepared.toSign())
                        .build();
        return new Unfinished(
                kept.toString().getBytes(StandardCharsets.UTF_8), prepared.bytesToSign());
    }

    private static DataIntegrity.Prepared prepared(Unfinished unfinished) {
        JsonObject kept;
        try (var reader =
                JSON.createReader(
                        new StringReader(
                                new String(unfinished.unfinished(), StandardCharsets.UTF_8)))) {
            kept = reader.readObject();
        }
        return new DataIntegrity.Prepared(
                kept.getString("document"), kept.getString("proof"), kept.getString("toSign"));
    }
}
