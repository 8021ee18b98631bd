package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.jcs.Jcs;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a cryptosuite signs: the hash of the canonical options of the proof, then that of the
 * canonical document, each by the hash function of the key's algorithm.
 *
 * <p>Safe for use by several threads.
 */
final class SignedBytes {

    private static final String CONTEXT = "@context";

    /** As many documents are remembered, by hashes alone. */
    private static final int KEPT = 4_096;

    private final LinkedData linkedData;
    private final Map<Asked, byte[]> known = RecentlyUsed.atMost(KEPT);

    /**
     * What the signed bytes are a function of, the trusted contexts apart.
     *
     * @param hash of the document and the proof as they are written
     */
    private record Asked(Cryptosuite suite, Algorithm algorithm, String hash) {}

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

    /** The same; what was found is remembered for when the same document is asked about again. */
    Decided<byte[]> remembered(
            Cryptosuite suite, Algorithm algorithm, JsonObject content, JsonObject proof) {
        var asked = new Asked(suite, algorithm, hash(content, proof));
        var before = known.get(asked);
        if (before != null) {
            return Decided.accepted(before.clone());
        }
        return of(suite, algorithm, content, proof)
                .map(
                        bytes -> {
                            known.put(asked, bytes.clone());
                            return bytes;
                        });
    }

    private static String hash(JsonObject content, JsonObject proof) {
        var written = content + "\n" + proof; // JSON as text has no line break
        var bytes = ByteBuffer.allocate(written.length() * Character.BYTES);
        bytes.asCharBuffer().put(written); // as it is: no encoding puts one character for another
        return Digests.sha256(bytes.array());
    }

    private Decided<String> canonical(Cryptosuite suite, Algorithm algorithm, JsonObject document) {
        return suite.ofLinkedData()
                ? linkedData.canonical(document, algorithm.digest())
                : Decided.accepted(Jcs.canonize(document));
    }

    private static byte[] hashes(Algorithm algorithm, String options, String document) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Digests.of(algorithm.digest(), options.getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes(Digests.of(algorithm.digest(), document.getBytes(StandardCharsets.UTF_8)));
        return bytes.toByteArray();
    }
}
