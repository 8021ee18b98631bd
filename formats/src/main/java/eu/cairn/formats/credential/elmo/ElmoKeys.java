package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.Map;
import java.util.Optional;

/**
 * What lets the JDK's XML signatures sign with a key that never leaves its signer, and verify with
 * the keys of Cairn.
 */
final class ElmoKeys extends Provider {

    private static final long serialVersionUID = 1L;

    /** The names under which the JDK's XML signatures ask for each algorithm. */
    private static final Map<String, Algorithm> NAMES =
            Map.of(
                    "Ed25519", Algorithm.ED25519,
                    "SHA256withECDSAinP1363Format", Algorithm.P256,
                    "SHA384withECDSAinP1363Format", Algorithm.P384);

    /** Gives the signature over a message. */
    interface Signing {
        byte[] sign(byte[] message);
    }

    ElmoKeys() {
        super("CairnElmoKeys", "1", "signs and verifies XML with the keys of Cairn");
        NAMES.forEach((name, algorithm) -> putService(new OneAlgorithm(this, name, algorithm)));
    }

    private static final class OneAlgorithm extends Service {
        private final Algorithm algorithm;

        OneAlgorithm(Provider provider, String name, Algorithm algorithm) {
            super(provider, "Signature", name, Signatures.class.getName(), null, null);
            this.algorithm = algorithm;
        }

        @Override
        public Object newInstance(Object parameter) {
            return new Signatures(algorithm);
        }

        @Override
        public boolean supportsParameter(Object key) {
            return key instanceof SigningKey || key instanceof CheckingKey;
        }
    }

    /** A key that is somewhere else. */
    static final class SigningKey implements PrivateKey {
        private static final long serialVersionUID = 1L;
        private final Algorithm algorithm;
        private final transient Signing signing;

        SigningKey(Algorithm algorithm, Signing signing) {
            this.algorithm = algorithm;
            this.signing = signing;
        }

        @Override
        public String getAlgorithm() {
            return algorithm.name();
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    /** A public key as Cairn knows it. */
    static final class CheckingKey implements PublicKey {
        private static final long serialVersionUID = 1L;
        private final transient VerificationKey key;

        CheckingKey(VerificationKey key) {
            this.key = key;
        }

        @Override
        public String getAlgorithm() {
            return key.algorithm().name();
        }

        @Override
        public String getFormat() {
            return "Multikey";
        }

        @Override
        public byte[] getEncoded() {
            return key.bytes();
        }
    }

    /** Collects the message and hands it on. */
    private static final class Signatures extends SignatureSpi {
        private final Algorithm algorithm;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private Optional<SigningKey> signing = Optional.empty();
        private Optional<VerificationKey> checking = Optional.empty();

        Signatures(Algorithm algorithm) {
            this.algorithm = algorithm;
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            signing =
                    Optional.of(key)
                            .filter(SigningKey.class::isInstance)
                            .map(SigningKey.class::cast)
                            .filter(k -> k.algorithm == algorithm);
            begin(signing.isPresent());
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            checking =
                    Optional.of(key)
                            .filter(CheckingKey.class::isInstance)
                            .map(k -> ((CheckingKey) k).key)
                            .filter(k -> k.algorithm() == algorithm);
            begin(checking.isPresent());
        }

        private void begin(boolean fits) throws InvalidKeyException {
            message.reset();
            if (!fits) {
                throw new InvalidKeyException("not a key for " + algorithm);
            }
        }

        @Override
        protected void engineUpdate(byte b) {
            message.write(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            message.write(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signing.orElseThrow(SignatureException::new).signing.sign(message.toByteArray());
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            return checking.orElseThrow(SignatureException::new)
                    .verifies(message.toByteArray(), signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
