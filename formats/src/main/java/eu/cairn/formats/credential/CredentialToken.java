package eu.cairn.formats.credential;

/**
 * A credential as the payload of a JSON Web Signature, {@code vc+jwt} (W3C Securing Verifiable
 * Credentials using JOSE and COSE, May 2025), with EdDSA, ES256 or ES384 as the key has it.
 */
public final class CredentialToken {

    /** What tells a signed credential from other tokens, without {@code application/}. */
    public static final String MEDIA_TYPE = "vc+jwt";

    private CredentialToken() {}

    /** The compact token over exactly the characters of {@code document}. */
    public static String sign(String document, Signer signer) {
        return UnsignedToken.of(MEDIA_TYPE, "vc", document, signer).signedBy(signer);
    }

    /**
     * The compact token of another {@code type} over exactly the characters of {@code document}.
     */
    public static String sign(String document, String type, Signer signer) {
        return UnsignedToken.of(type, document, signer).signedBy(signer);
    }
}
