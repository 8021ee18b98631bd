package eu.cairn.formats.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash function that is given no more than {@value #MAX_BYTES} bytes in all: to tell blank nodes
 * apart, what is said of one may be hashed again for each other one.
 */
final class BoundedDigest extends MessageDigest {

    /** A learner record of twenty rich credentials takes a fifth. */
    static final long MAX_BYTES = 8_000_000;

    private final MessageDigest digest;
    private long bytes;

    BoundedDigest(String algorithm) {
        super(algorithm);
        try {
            this.digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * @throws IllegalStateException if this is too much
     */
    private void count(int more) {
        bytes += more;
        if (bytes > MAX_BYTES) {
            throw new IllegalStateException("too much to hash");
        }
    }

    @Override
    protected void engineUpdate(byte input) {
        count(1);
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        count(length);
        digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        return digest.digest();
    }

    @Override
    protected void engineReset() {
        digest.reset();
    }
}
