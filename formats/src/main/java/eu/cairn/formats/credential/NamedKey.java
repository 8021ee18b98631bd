package eu.cairn.formats.credential;

/**
 * The public half of a key that signs, and its names: all that is needed to prepare a signature.
 */
public interface NamedKey {

    /** The public half of the key. */
    VerificationKey publicKey();

    /** The identifier of the organisation that holds the key. */
    default String controller() {
        return DidKey.of(publicKey());
    }

    /** The name of the key in proofs. */
    default String verificationMethod() {
        return DidKey.verificationMethod(publicKey());
    }
}
