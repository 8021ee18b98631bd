package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.jcs.Jcs;
import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Proofs inside a JSON document (W3C Verifiable Credential Data Integrity 1.0): signs with {@code
 * eddsa-rdfc-2022}, verifies that, {@code eddsa-jcs-2022} and {@code ecdsa-rdfc-2019}.
 *
 * <p>Signing is in two steps, so that what will be signed can be recorded before it is: {@link
 * #prepare} gives the exact bytes, {@link #complete} puts the signature over them into the
 * document.
 */
public final class DataIntegrity {

    private static final String PROOF = "proof";
    private static final String PROOF_VALUE = "proofValue";
    private static final String CONTEXT = "@context";
    private static final int MAX_PROOF_VALUE = 400;
    private static final int MAX_PROOFS = 4;

    private final LinkedData linkedData;

    public DataIntegrity(Contexts contexts) {
        this.linkedData = new LinkedData(contexts);
    }

    /**
     * A document that is ready to be signed.
     *
     * @param document the JSON text without a proof
     * @param proof the JSON text of the proof without its value
     * @param toSign the exact bytes that the signature is made over, in hexadecimal
     */
    public record Prepared(String document, String proof, String toSign) {

        public byte[] bytesToSign() {
            return java.util.HexFormat.of().parseHex(toSign);
        }
    }

    /** Finds the key that a proof names; empty where it is not known. */
    public interface Keys {

        Optional<VerificationKey> key(String verificationMethod);

        /** The keys that names are made of, and none else. */
        static Keys insideTheirNames() {
            return DidKey::key;
        }
    }

    /** What became of verifying one proof. */
    public sealed interface Proven {

        /**
         * The signature is over exactly this document.
         *
         * @param verificationMethod the name of the key that made it
         * @param cryptosuite how it was made
         * @param created when the signer says it was made
         * @param expires when the signer says the proof ceases to hold
         */
        record Intact(
                String verificationMethod,
                VerificationKey key,
                String cryptosuite,
                Optional<Instant> created,
                Optional<Instant> expires)
                implements Proven {}

        /** The document or its proof was changed, or was never signed like this. */
        record Broken(Refusal reason) implements Proven {}

        /** The proof is of a kind, or by a key, that is not known here. */
        record NotChecked(Refusal reason) implements Proven {}
    }

    /** What is to be signed to give {@code document} a proof by the key of {@code signer}. */
    public Decided<Prepared> prepare(String document, Signer signer, Instant created) {
        return switch (StrictJson.parse(document)) {
            case Decided.Refused<JsonObject> refused -> Decided.refused(refused.reasons());
            case Decided.Accepted<JsonObject>(var json) -> prepare(json, signer, created);
        };
    }

    private Decided<Prepared> prepare(JsonObject document, Signer signer, Instant created) {
        if (document.containsKey(PROOF)) {
            throw new IllegalArgumentException("the document already has a proof");
        }
        var proof =
                JSON.createObjectBuilder()
                        .add("type", "DataIntegrityProof")
                        .add("cryptosuite", Cryptosuite.EDDSA_RDFC.code())
                        .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                        .add("verificationMethod", signer.verificationMethod())
                        .add("proofPurpose", "assertionMethod")
                        .build();
        return toSign(Cryptosuite.EDDSA_RDFC, signer.publicKey().algorithm(), document, proof)
                .map(
                        bytes ->
                                new Prepared(
                                        document.toString(),
                                        proof.toString(),
                                        java.util.HexFormat.of().formatHex(bytes)));
    }

    /** The signed document: what was prepared, with {@code signature} over its bytes. */
    public String complete(Prepared prepared, byte[] signature) {
        var proof =
                JSON.createObjectBuilder(parsed(prepared.proof()))
                        .add(PROOF_VALUE, Multibase.BASE_58_BTC.encode(signature));
        return JSON.createObjectBuilder(parsed(prepared.document()))
                .add(PROOF, JSON.createArrayBuilder().add(proof))
                .build()
                .toString();
    }

    /** Prepares and completes in one go, where nothing has to be recorded between. */
    public Decided<String> sign(String document, Signer signer, Instant created) {
        return prepare(document, signer, created)
                .map(prepared -> complete(prepared, signer.sign(prepared.bytesToSign())));
    }

    /**
     * Verifies every proof of {@code document} that is of a known kind; one that is broken breaks
     * all, one that is intact is enough.
     */
    public Proven verify(JsonObject document, Keys keys) {
        var proofs = Members.objects(document, PROOF);
        if (proofs.isEmpty()) {
            return broken("integrity.no-proof");
        }
        if (Set.copyOf(proofs).size() < proofs.size()) {
            return broken("integrity.proof-malformed");
        }
        if (proofs.size() > MAX_PROOFS) {
            return new Proven.NotChecked(
                    Refusal.of("integrity.too-many-proofs", PROOF, proofs.size()));
        }
        Optional<Proven> answer = Optional.empty();
        for (var proof : proofs) {
            var proven = verify(document, proof, keys);
            switch (proven) {
                case Proven.Broken broken -> {
                    return broken;
                }
                case Proven.Intact intact ->
                        answer =
                                Optional.of(
                                        answer.filter(Proven.Intact.class::isInstance)
                                                .orElse(intact));
                case Proven.NotChecked open -> answer = Optional.of(answer.orElse(open));
            }
        }
        return answer.orElseThrow();
    }

    private Proven verify(JsonObject document, JsonObject proof, Keys keys) {
        var suite = Cryptosuite.of(proof);
        if (suite.isEmpty()) {
            return new Proven.NotChecked(
                    Refusal.of("integrity.suite-not-supported", PROOF, Cryptosuite.nameOf(proof)));
        }
        var method = Members.text(proof, "verificationMethod").orElse("");
        if (!Members.text(proof, "proofPurpose").equals(Optional.of("assertionMethod"))
                || !Iri.isAbsolute(method)
                || !instantsAreWellFormed(proof)) {
            return broken("integrity.proof-malformed");
        }
        var key = keys.key(method);
        if (key.isEmpty()) {
            return method.startsWith("did:key:")
                    ? broken("integrity.key-malformed")
                    : new Proven.NotChecked(Refusal.of("integrity.key-unknown", PROOF, method));
        }
        var signature = Members.text(proof, PROOF_VALUE).flatMap(DataIntegrity::base58);
        if (signature.isEmpty() || !suite.get().admits(key.get().algorithm())) {
            return broken("integrity.proof-malformed");
        }
        return switch (toSign(suite.get(), key.get().algorithm(), document, proof)) {
            case Decided.Refused<byte[]> refused -> new Proven.Broken(refused.reasons().getFirst());
            case Decided.Accepted<byte[]>(var bytes) ->
                    key.get().verifies(bytes, signature.get())
                            ? new Proven.Intact(
                                    method,
                                    key.get(),
                                    suite.get().code(),
                                    Members.text(proof, "created").flatMap(Members::instant),
                                    Members.text(proof, "expires").flatMap(Members::instant))
                            : broken("integrity.changed");
        };
    }

    private static Proven broken(String code) {
        return new Proven.Broken(Refusal.of(code, PROOF));
    }

    private static boolean instantsAreWellFormed(JsonObject proof) {
        for (var name : new String[] {"created", "expires"}) {
            if (proof.containsKey(name)
                    && Members.text(proof, name).flatMap(Members::instant).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The hash of the proof's options, then that of the document: what a suite signs. */
    private Decided<byte[]> toSign(
            Cryptosuite suite, Algorithm algorithm, JsonObject document, JsonObject proof) {
        var context = document.getOrDefault(CONTEXT, JsonValue.NULL);
        if (proof.containsKey(CONTEXT) && !proof.get(CONTEXT).equals(context)) {
            return Decided.refused(Refusal.of("integrity.proof-malformed", PROOF));
        }
        var content = JSON.createObjectBuilder(document).remove(PROOF).build();
        var options = JSON.createObjectBuilder(proof).remove(PROOF_VALUE);
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

    private static Optional<byte[]> base58(String text) {
        if (!text.startsWith("z") || text.length() > MAX_PROOF_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Multibase.BASE_58_BTC.decode(text));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static JsonObject parsed(String json) {
        return switch (StrictJson.parse(json)) {
            case Decided.Accepted<JsonObject>(var object) -> object;
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalArgumentException(refused.reasons().toString());
        };
    }
}
