package eu.cairn.formats.credential;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The ways of proving integrity inside a document that are read here. */
enum Cryptosuite {
    EDDSA_RDFC("eddsa-rdfc-2022"),
    EDDSA_JCS("eddsa-jcs-2022"),
    ECDSA_RDFC("ecdsa-rdfc-2019");

    private final String code;

    Cryptosuite(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Cryptosuite> of(JsonObject proof) {
        for (var suite : values()) {
            if (suite.code.equals(nameOf(proof))) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    static String nameOf(JsonObject proof) {
        var type = Members.text(proof, "type").orElse("");
        return type.equals("DataIntegrityProof")
                ? Members.text(proof, "cryptosuite").orElse("")
                : type;
    }

    boolean ofLinkedData() {
        return this != EDDSA_JCS;
    }

    boolean admits(Algorithm algorithm) {
        return (this == ECDSA_RDFC) == (algorithm != Algorithm.ED25519);
    }
}
