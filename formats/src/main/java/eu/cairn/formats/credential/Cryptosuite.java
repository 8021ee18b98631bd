package eu.cairn.formats.credential;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * The ways of proving integrity inside a document that are written and read here (W3C Data
 * Integrity EdDSA and ECDSA Cryptosuites 1.0).
 */
public enum Cryptosuite {
    EDDSA_RDFC("eddsa-rdfc-2022"),
    EDDSA_JCS("eddsa-jcs-2022"),
    ECDSA_RDFC("ecdsa-rdfc-2019"),
    ECDSA_JCS("ecdsa-jcs-2019");

    private final String code;

    Cryptosuite(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Cryptosuite> ofCode(String code) {
        for (var suite : values()) {
            if (suite.code.equals(code)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** The suite that keys of this algorithm sign with unless another is asked for. */
    public static Cryptosuite usual(Algorithm algorithm) {
        return algorithm == Algorithm.ED25519 ? EDDSA_RDFC : ECDSA_RDFC;
    }

    /**
     * The suite of {@code proof}. Two older names are read and never written: {@code eddsa-2022},
     * which {@link #EDDSA_RDFC} was called in drafts until 2023, and the type {@code
     * Ed25519Signature2020}, whose proofs sign the same bytes without naming a suite.
     */
    static Optional<Cryptosuite> of(JsonObject proof) {
        var name = string(proof, "cryptosuite");
        return switch (string(proof, "type")) {
            case "DataIntegrityProof" ->
                    name.equals("eddsa-2022") ? Optional.of(EDDSA_RDFC) : ofCode(name);
            case "Ed25519Signature2020" -> Optional.of(EDDSA_RDFC);
            default -> Optional.empty();
        };
    }

    /** What a proof calls its kind; empty where it does not say. */
    static String nameOf(JsonObject proof) {
        var type = string(proof, "type");
        return type.equals("DataIntegrityProof") ? string(proof, "cryptosuite") : type;
    }

    private static String string(JsonObject proof, String name) {
        return proof.get(name) instanceof JsonString text ? text.getString() : "";
    }

    boolean ofLinkedData() {
        return this == EDDSA_RDFC || this == ECDSA_RDFC;
    }

    public boolean admits(Algorithm algorithm) {
        var ofEdwards = this == EDDSA_RDFC || this == EDDSA_JCS;
        return ofEdwards == (algorithm == Algorithm.ED25519);
    }
}
