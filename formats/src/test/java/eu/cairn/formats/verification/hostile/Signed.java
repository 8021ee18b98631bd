package eu.cairn.formats.verification.hostile;

import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes, as they are and as a known issuer signs them; none of them may break the verifier. */
public final class Signed {

    private static final World WORLD = new World();

    private Signed() {}

    /** The verdict on what a stranger sent. */
    public static Verdict verify(byte[] document) {
        return WORLD.verifier().verify(document, World.NOW, World.CHALLENGE);
    }

    /** The same for what a known issuer signed as a token. */
    public static Verdict verifyAsToken(byte[] payload) {
        return verify(
                Specimens.bytes(
                        Tokens.signed(
                                Tokens.header(WORLD.issuer, ""),
                                new String(payload, StandardCharsets.UTF_8),
                                WORLD.issuer)));
    }

    /** The same for the claims of an SD-JWT. */
    public static Verdict verifyAsClaims(byte[] claims) {
        return verify(
                Specimens.bytes(
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\"}",
                                        new String(claims, StandardCharsets.UTF_8),
                                        WORLD.issuer)
                                + "~"));
    }

    /** Claims to begin with. */
    public static byte[] claims() {
        return Specimens.bytes(DisclosureTricks.claims(WORLD).toString());
    }

    /** A list of each kind, as its issuer signs it. */
    public static List<byte[]> lists() {
        return List.of(
                Specimens.bytes(Lists.bits(WORLD.issuer, Lists.ADDRESS + "1", 7).toString()),
                Specimens.bytes(Lists.payload(WORLD.issuer, Lists.ADDRESS + "2", 7).toString()));
    }
}
