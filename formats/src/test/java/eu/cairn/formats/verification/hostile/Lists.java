package eu.cairn.formats.verification.hostile;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.TokenStatusList;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.zip.GZIPOutputStream;

/** Status lists of both kinds, on which some places are set. */
final class Lists {

    static final String ADDRESS = "https://lagoonside.example/status/";
    static final int PLACE = 94_567;

    private Lists() {}

    /** An unsigned list of {@code key}, at {@code address}. */
    static JsonObject bits(FreshKey key, String address, int... set) {
        return bits(key, address, Purpose.REVOCATION, set);
    }

    static JsonObject bits(FreshKey key, String address, Purpose purpose, int... set) {
        return World.json(
                StatusList.of(purpose, places(set))
                        .write(
                                address,
                                key.controller(),
                                World.NOW.minusSeconds(60),
                                Duration.ofHours(1)));
    }

    private static BitSet places(int... set) {
        var places = new BitSet();
        for (int place : set) {
            places.set(place);
        }
        return places;
    }

    /** How a list of so many bytes is written. */
    static String packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.BASE_64_URL.encode(packed.toByteArray());
    }

    /** The payload of a list for tokens. */
    static JsonObject payload(FreshKey key, String address, int... revoked) {
        return payload(key, address, places(revoked), new BitSet());
    }

    static JsonObject payload(FreshKey key, String address, BitSet revoked, BitSet suspended) {
        var token =
                TokenStatusList.of(revoked, suspended)
                        .token(address, World.NOW.minusSeconds(60), Duration.ofHours(1), key);
        return World.json(new Base64URL(token.signingInput().split("\\.")[1]).decodeToString());
    }

    static String token(JsonObject payload, FreshKey key) {
        return Tokens.signed(
                "{\"alg\":\"" + key.jose() + "\",\"typ\":\"statuslist+jwt\"}",
                payload.toString(),
                key);
    }
}
