package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.multibase.Multibase;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Proofs inside a JSON document (W3C Verifiable Credential Data Integrity 1.0): signs and verifies
 * with every {@link Cryptosuite}.
 *
 * <p>Signing is in two steps, so that what will be signed can be recorded before it is: {@link
 * #prepare} gives the exact bytes, {@link #complete} puts the signature over them into the
 * document.
 */
public final class DataIntegrity {

    private static final String PROOF = "proof";
    private static final String PROOF_VALUE = "proofValue";

    private final LinkedData linkedData;
    private final SignedBytes signedBytes;
    private final SignedBytes ofOurOwn;
    private final SignedBytes of2022 = new SignedBytes(new LinkedData(Contexts.of2022()));

    public DataIntegrity(Contexts contexts) {
        this(new LinkedData(contexts));
    }

    private DataIntegrity(LinkedData linkedData) {
        this.linkedData = linkedData;
        this.signedBytes = new SignedBytes(linkedData);
        this.ofOurOwn = new SignedBytes(linkedData.ofOurOwn());
    }

    /**
     * Proofs of documents that may define terms of their own beside those of {@code contexts}. What
     * such a term means is known to the signer alone: for showing that signatures are understood,
     * never for showing to people what a document says.
     */
    public static DataIntegrity admittingInlineContexts(Contexts contexts) {
        return new DataIntegrity(LinkedData.admittingInlineContexts(contexts));
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
            return HexFormat.of().parseHex(toSign);
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
         * @param proofValue the signature, as it stands in the document
         * @param created when the signer says it was made
         * @param expires when the signer says the proof ceases to hold
         * @param others the further proofs that are intact
         */
        record Intact(
                String verificationMethod,
                VerificationKey key,
                String cryptosuite,
                String proofValue,
                Optional<Instant> created,
                Optional<Instant> expires,
                List<Intact> others)
                implements Proven {
            public Intact {
                others = List.copyOf(others);
            }

            /** The same beside {@code others}. */
            Intact beside(List<Intact> others) {
                return new Intact(
                        verificationMethod, key, cryptosuite, proofValue, created, expires, others);
            }
        }

        /** The document or its proof was changed, or was never signed like this. */
        record Broken(Refusal reason) implements Proven {}

        /** The proof is of a kind, or by a key, that is not known here. */
        record NotChecked(Refusal reason) implements Proven {}
    }

    /** What is to be signed to give {@code document} a proof by the key {@code signer}. */
    public Decided<Prepared> prepare(String document, NamedKey signer, Instant created) {
        return prepare(
                document, signer, Cryptosuite.usual(signer.publicKey().algorithm()), created);
    }

    /**
     * The same with a suite that is asked for.
     *
     * @throws IllegalArgumentException if the document has a proof, or the suite is for other keys
     */
    public Decided<Prepared> prepare(
            String document, NamedKey signer, Cryptosuite suite, Instant created) {
        return StrictJson.parse(document).then(json -> prepare(json, signer, suite, created));
    }

    private Decided<Prepared> prepare(
            JsonObject document, NamedKey signer, Cryptosuite suite, Instant created) {
        if (document.containsKey(PROOF)) {
            throw new IllegalArgumentException("the document already has a proof");
        }
        var algorithm = signer.publicKey().algorithm();
        if (!suite.admits(algorithm)) {
            throw new IllegalArgumentException(suite.code() + " is not for keys of " + algorithm);
        }
        var options = JSON.createObjectBuilder();
        if (!suite.ofLinkedData()) { // then the proof says itself how its terms are meant
            options.add("@context", document.getOrDefault("@context", JsonValue.NULL));
        }
        var proof =
                options.add("type", "DataIntegrityProof")
                        .add("cryptosuite", suite.code())
                        .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                        .add("verificationMethod", signer.verificationMethod())
                        .add("proofPurpose", ProofDemands.ASSERTION)
                        .build();
        return ofOurOwn.of(suite, algorithm, document, proof)
                .map(
                        bytes ->
                                new Prepared(
                                        document.toString(),
                                        proof.toString(),
                                        HexFormat.of().formatHex(bytes)));
    }

    /** The signed document: what was prepared, with {@code signature} over its bytes. */
    public String complete(Prepared prepared, byte[] signature) {
        return complete(List.of(prepared), List.of(signature));
    }

    /**
     * The document that several sign: each has prepared it for itself, and {@code signatures} are
     * theirs in the same order.
     *
     * @throws IllegalArgumentException if they did not prepare the same document
     */
    public String complete(List<Prepared> prepared, List<byte[]> signatures) {
        if (prepared.size() != signatures.size()
                || prepared.stream().map(Prepared::document).distinct().count() != 1) {
            throw new IllegalArgumentException("not one document and a signature of each");
        }
        var proofs = JSON.createArrayBuilder();
        for (int i = 0; i < prepared.size(); i++) {
            proofs.add(
                    JSON.createObjectBuilder(parsed(prepared.get(i).proof()))
                            .add(PROOF_VALUE, Multibase.BASE_58_BTC.encode(signatures.get(i))));
        }
        return JSON.createObjectBuilder(parsed(prepared.getFirst().document()))
                .add(PROOF, proofs)
                .build()
                .toString();
    }

    /** Prepares and completes in one go, where nothing has to be recorded between. */
    public Decided<String> sign(String document, Signer signer, Instant created) {
        return sign(document, signer, Cryptosuite.usual(signer.publicKey().algorithm()), created);
    }

    /** The same with a suite that is asked for. */
    public Decided<String> sign(
            String document, Signer signer, Cryptosuite suite, Instant created) {
        return prepare(document, signer, suite, created)
                .map(prepared -> complete(prepared, signer.sign(prepared.bytesToSign())));
    }

    /** Verifies every proof of a credential that is of a known kind. */
    public Proven verify(JsonObject document, Keys keys) {
        return verify(document, keys, ProofDemands.OF_CREDENTIALS);
    }

    /**
     * Verifies every proof of {@code document} that is of a known kind, and was made as {@code
     * demands} say; one that is broken breaks all, one that is intact is enough.
     */
    public Proven verify(JsonObject document, Keys keys, ProofDemands demands) {
        return new ProofCheck(document, readings(document), keys, demands).result();
    }

    /** In which ways the terms of {@code document} may have been meant when it was signed. */
    private List<SignedBytes> readings(JsonObject document) {
        var contexts = Members.texts(document, "@context");
        return contexts.contains(Contexts.OPEN_BADGES_UNNUMBERED)
                        && !contexts.contains(Contexts.CREDENTIALS_V2)
                ? List.of(signedBytes, of2022)
                : List.of(signedBytes);
    }

    /** Why {@code document} says something that its terms do not define, if it does. */
    public Optional<Refusal> undefined(JsonObject document) {
        var content = JSON.createObjectBuilder(document).remove(PROOF).build();
        return switch (linkedData.canonical(content, "SHA-256")) {
            case Decided.Accepted<String> accepted -> Optional.empty();
            case Decided.Refused<String> refused -> Optional.of(refused.reasons().getFirst());
        };
    }

    private static JsonObject parsed(String json) {
        return switch (StrictJson.parse(json)) {
            case Decided.Accepted<JsonObject>(var object) -> object;
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalArgumentException(refused.reasons().toString());
        };
    }
}
