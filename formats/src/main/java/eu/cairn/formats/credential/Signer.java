package eu.cairn.formats.credential;

/**
 * What signs in the name of an organisation: a key in a file, a card or a security module.
 *
 * <p>Signing may fail like any machine does; then an {@link IllegalStateException} is thrown and
 * nothing was signed.
 */
public interface Signer extends NamedKey {

    /** The name of the key among the keys of its owner. */
    String keyId();

    /** The signature over {@code message}, in the form that the algorithm of the key prescribes. */
    byte[] sign(byte[] message);
}
