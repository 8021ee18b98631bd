package eu.cairn.app.interop;

import eu.cairn.formats.credential.Cryptosuite;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of the profile, one for each kind that the suites ask for. */
enum DemoKey {
    ED25519("ed25519", "Ed25519", Algorithm.ED25519),
    P256("p256", "P-256", Algorithm.P256),
    P384("p384", "P-384", Algorithm.P384);

    private final String code;
    private final String title;
    private final Algorithm algorithm;

    DemoKey(String code, String title, Algorithm algorithm) {
        this.code = code;
        this.title = title;
        this.algorithm = algorithm;
    }

    /** As it stands in addresses. */
    String code() {
        return code;
    }

    /** As the suites call it. */
    String title() {
        return title;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    List<Cryptosuite> suites() {
        return Arrays.stream(Cryptosuite.values()).filter(s -> s.admits(algorithm)).toList();
    }

    static Optional<DemoKey> ofCode(String code) {
        return Arrays.stream(values()).filter(key -> key.code.equals(code)).findFirst();
    }
}
