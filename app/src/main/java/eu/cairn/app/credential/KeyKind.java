package eu.cairn.app.credential;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of key that an organisation can sign with; every format can be signed with each. */
public enum KeyKind implements Coded {
    /** Ed25519 (RFC 8032): small and fast. */
    ED25519("ed25519", Algorithm.ED25519),
    /** ECDSA on P-256 (FIPS 186-5): what wallets and security modules all know. */
    P256("p-256", Algorithm.P256);

    private final String code;
    private final Algorithm algorithm;

    KeyKind(String code, Algorithm algorithm) {
        this.code = code;
        this.algorithm = algorithm;
    }

    @Override
    public String code() {
        return code;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    public static Optional<KeyKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The kind of the key that an identifier is made of. */
    static KeyKind of(String did) {
        var algorithm = DidKey.key(did).map(VerificationKey::algorithm);
        return Arrays.stream(values())
                .filter(kind -> algorithm.equals(Optional.of(kind.algorithm)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a key of no kind of ours: " + did));
    }
}
