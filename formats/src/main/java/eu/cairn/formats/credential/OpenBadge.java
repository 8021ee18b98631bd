package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.jcs.Jcs;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A micro-credential as an Open Badges 3.0 AchievementCredential over Verifiable Credentials 2.0.
 *
 * <p>Open Badges carries eight of the eleven mandatory elements of the European standard; the other
 * three, and what must be exact, are written with the terms of Cairn's own context ({@link
 * Contexts#CAIRN}). Reading restores everything that was written.
 *
 * <p>A linked-data signature covers what a document says, not how it is written: the order of a set
 * may change, a second context may be added. A document of ours therefore states the hash of its
 * own canonical JSON (RFC 8785) in {@code documentDigest}, and {@link #isAsWritten} tells whether
 * it still has it.
 */
public final class OpenBadge {

    private static final String DIGEST = "documentDigest";

    private OpenBadge() {}

    /**
     * The JSON text of an unsigned credential.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing, an
     *     identifier is not an absolute URI, or a text holds half a character
     */
    public static String write(MicroCredential credential, Publication publication) {
        var document = new OpenBadgeWriter(credential, publication).document();
        var text = withDigest(document).toString();
        if (StrictJson.parse(text) instanceof Decided.Refused<JsonObject> refused) {
            throw new IllegalArgumentException(refused.reasons().toString());
        }
        return text;
    }

    /** {@code document} with the hash of itself, for what names Cairn's context. */
    public static JsonObject withDigest(JsonObject document) {
        return JSON.createObjectBuilder(document).add(DIGEST, digest(document)).build();
    }

    /** What an Open Badges 3.0 credential says, ours or another's, or why it is none. */
    public static Decided<MicroCredential> read(JsonObject document) {
        return new OpenBadgeReader(document).credential();
    }

    /** What the document says about itself, as far as it does. */
    public static Publication publication(JsonObject document) {
        return new Publication(
                        Members.text(document, "verificationCode"),
                        Members.text(document, "verificationPage"),
                        StatusList.entries(document).stream().findFirst(),
                        Members.object(document, "refreshService")
                                .flatMap(service -> Members.text(service, "id")))
                .suspendedIn(StatusList.suspension(document));
    }

    /** Whether the document names Cairn's context and so promises to state its own hash. */
    public static boolean isOurs(JsonObject document) {
        return Members.texts(document, "@context").contains(Contexts.CAIRN);
    }

    /** Whether a document of ours is, apart from its proof, exactly as it was written. */
    public static boolean isAsWritten(JsonObject document) {
        return Members.text(document, DIGEST).equals(Optional.of(digest(document)));
    }

    private static String digest(JsonObject document) {
        var content = JSON.createObjectBuilder(document).remove("proof").remove(DIGEST).build();
        return "sha256:" + Digests.sha256(Jcs.canonize(content).getBytes(StandardCharsets.UTF_8));
    }
}
