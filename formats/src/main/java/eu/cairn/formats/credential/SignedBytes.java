package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.jcs.Jcs;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a cryptosuite signs: the hash of the canonical options of the proof, then that of the
 * canonical document, each by the hash function of the key's algorithm.
 */
final class SignedBytes {

    private static final String CONTEXT = "@context";

    private final LinkedData linkedData;

    SignedBytes(LinkedData linkedData) {
        this.linkedData = linkedData;
    }

    /**
     * The bytes, or why the suite cannot sign this document.
     *
     * @param content the document as the proof covers it, without the proof itself
     * @param proof the proof, with or without its value
     */
    Decided<byte[]> of(
            Cryptosuite suite, Algorithm algorithm, JsonObject content, JsonObject proof) {
        var context = content.getOrDefault(CONTEXT, JsonValue.NULL);
        if (proof.containsKey(CONTEXT) && !proof.get(CONTEXT).equals(context)) {
            return Decided.refused(Refusal.of("integrity.proof-malformed", "proof"));
        }
        var rounded = RoundedNumber.in(content, suite).or(() -> RoundedNumber.in(proof, suite));
        if (rounded.isPresent()) {
            return Decided.refused(Refusal.of("format.number-too-long", "", rounded.get()));
        }
        var options = JSON.createObjectBuilder(proof).remove("proofValue");
        if (suite.ofLinkedData()) {
            options.add(CONTEXT, context);
        }
        return canonical(suite, algorithm, options.build())
                .then(
                        first ->
                                canonical(suite, algorithm, content)
                                        .map(second -> hashes(algorithm, first, second)));
    }

    private Decided<String> canonical(Cryptosuite suite, Algorithm algorithm, JsonObject document) {
        return suite.ofLinkedData()
                ? linkedData.canonical(document, algorithm.digest())
                : Decided.accepted(Jcs.canonize(document));
    }

    private static byte[] hashes(Algorithm algorithm, String options, String document) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(hash(algorithm, options));
        bytes.writeBytes(hash(algorithm, document));
        return bytes.toByteArray();
    }

    private static byte[] hash(Algorithm algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm.digest())
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
