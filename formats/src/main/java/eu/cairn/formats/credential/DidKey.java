package eu.cairn.formats.credential;

import com.apicatalog.multibase.Multibase;
import com.apicatalog.multicodec.Multicodec;
import com.apicatalog.multicodec.codec.KeyCodec;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that are made of a public key and so prove themselves: {@code did:key:z…} and the Multikey
 * inside it (did:key method v0.9; W3C Controlled Identifiers 1.0).
 */
public final class DidKey {

    private static final String METHOD = "did:key:";
    private static final int MAX_LENGTH = 200;
    private static final Map<Algorithm, Multicodec> CODECS =
            new EnumMap<>(
                    Map.of(
                            Algorithm.ED25519, KeyCodec.ED25519_PUBLIC_KEY,
                            Algorithm.P256, KeyCodec.P256_PUBLIC_KEY,
                            Algorithm.P384, KeyCodec.P384_PUBLIC_KEY));

    /** At most; beyond, those that were asked for longest ago are decoded anew. */
    private static final int READY = 1000;

    /** Each by its Multikey, which says all of it: that its point is one is found out once. */
    private static final Map<String, VerificationKey> DECODED = RecentlyUsed.atMost(READY);

    private DidKey() {}

    /** The identifier of the holder of {@code key}. */
    public static String of(VerificationKey key) {
        return METHOD + multikey(key);
    }

    /** The name under which the holder's key is found, as proofs give it. */
    public static String verificationMethod(VerificationKey key) {
        return of(key) + "#" + multikey(key);
    }

    public static String multikey(VerificationKey key) {
        var codec = CODECS.get(key.algorithm());
        if (codec == null) {
            throw new IllegalStateException("no code for " + key.algorithm());
        }
        return Multibase.BASE_58_BTC.encode(codec.encode(key.bytes()));
    }

    /** Whether {@code identifier} says that it is made of a key, rightly or not. */
    public static boolean isClaimedBy(String identifier) {
        return identifier.startsWith(METHOD);
    }

    /** The key that a {@code did:key} identifier, or a verification method of it, is made of. */
    public static Optional<VerificationKey> key(String identifier) {
        if (!isClaimedBy(identifier)) {
            return Optional.empty();
        }
        var parts = identifier.substring(METHOD.length()).split("#", -1);
        if (parts.length > 2 || (parts.length == 2 && !parts[1].equals(parts[0]))) {
            return Optional.empty();
        }
        return fromMultikey(parts[0]);
    }

    /** The key that a Multikey writes down, in its one canonical spelling. */
    public static Optional<VerificationKey> fromMultikey(String multikey) {
        if (multikey.length() > MAX_LENGTH || !multikey.startsWith("z")) {
            return Optional.empty();
        }
        var ready = DECODED.get(multikey);
        if (ready != null) {
            return Optional.of(ready);
        }
        var key = decoded(multikey);
        key.ifPresent(one -> DECODED.put(multikey, one));
        return key;
    }

    private static Optional<VerificationKey> decoded(String multikey) {
        try {
            var bytes = Multibase.BASE_58_BTC.decode(multikey);
            for (var codec : CODECS.entrySet()) {
                if (codec.getValue().isEncoded(bytes)) {
                    var key = VerificationKey.of(codec.getKey(), codec.getValue().decode(bytes));
                    return multikey(key).equals(multikey) ? Optional.of(key) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
