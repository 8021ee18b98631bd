package eu.cairn.formats.credential.pkcs11;

import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;

/**
 * A signer whose key lives in a token.
 *
 * @param token where it lives
 * @param keyId its name there
 * @param publicKey its public half
 */
record TokenSigner(Pkcs11Token token, String keyId, VerificationKey publicKey) implements Signer {

    @Override
    public byte[] sign(byte[] message) {
        return token.sign(keyId, publicKey.algorithm(), message);
    }
}
