package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A Token Status List: a few bits for each token, so many in one list that asking for the list does
 * not tell which token is meant (draft-ietf-oauth-status-list-20).
 */
public final class TokenStatusList {

    /** What the header of a list says it is ({@code typ}). */
    public static final String TYPE = "statuslist+jwt";

    public static final int VALID = 0;

    /** Revoked for good. */
    public static final int INVALID = 1;

    /** Not to be relied on for now. */
    public static final int SUSPENDED = 2;

    /** More than four million places are not unpacked. */
    public static final int MAX_PLACES = 1 << 22;

    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);

    private final int bits;
    private final byte[] bytes;

    private TokenStatusList(int bits, byte[] bytes) {
        this.bits = bits;
        this.bytes = bytes;
    }

    /** A list of two bits a place, as long as hides each, on which these places are changed. */
    public static TokenStatusList of(BitSet revoked, BitSet suspended) {
        var list = empty(2, StatusList.MIN_LENGTH);
        suspended.stream().forEach(place -> list.set(place, SUSPENDED));
        revoked.stream().forEach(place -> list.set(place, INVALID));
        return list;
    }

    /** A list of exactly these statuses. */
    static TokenStatusList of(int bits, List<Integer> statuses) {
        var list = empty(bits, statuses.size());
        for (int place = 0; place < statuses.size(); place++) {
            list.set(place, statuses.get(place));
        }
        return list;
    }

    private static TokenStatusList empty(int bits, int places) {
        if (!WIDTHS.contains(bits) || places > MAX_PLACES || places * bits % 8 != 0) {
            throw new IllegalArgumentException(places + " places of " + bits + " bits");
        }
        return new TokenStatusList(bits, new byte[places * bits / 8]);
    }

    /** The first place is in the lowest bits of the first byte. */
    private void set(int place, int status) {
        if (place >= places() || status < 0 || status >= 1 << bits) {
            throw new IllegalArgumentException("no status " + status + " at " + place);
        }
        var shift = place * bits % 8;
        var mask = ((1 << bits) - 1) << shift;
        var index = place * bits / 8;
        bytes[index] = (byte) ((bytes[index] & ~mask) | (status << shift));
    }

    /** How many places the list has. */
    public int places() {
        return bytes.length * 8 / bits;
    }

    /** The status at {@code index}; empty where the list has no such place. */
    public Optional<Integer> status(long index) {
        if (index < 0 || index >= places()) {
            return Optional.empty();
        }
        var place = (int) index;
        var octet = bytes[place * bits / 8] & 0xff;
        return Optional.of((octet >> place * bits % 8) & ((1 << bits) - 1));
    }

    /**
     * The list as a token to be signed by the issuer of the tokens that it is about.
     *
     * @param address where the list is published, its subject
     * @param ttl how long a copy may be used
     */
    public UnsignedToken token(String address, Instant issued, Duration ttl, Signer signer) {
        var payload =
                JSON.createObjectBuilder()
                        .add("sub", address)
                        .add("iat", issued.getEpochSecond())
                        .add("exp", issued.plus(ttl.multipliedBy(2)).getEpochSecond())
                        .add("ttl", ttl.toSeconds())
                        .add("status_list", claim());
        return UnsignedToken.of(TYPE, payload.build().toString(), signer);
    }

    JsonObjectBuilder claim() {
        return JSON.createObjectBuilder().add("bits", bits).add("lst", packed(bytes));
    }

    private static String packed(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64Url.encode(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** The list that the payload of a status list token holds, or why it holds none. */
    public static Decided<TokenStatusList> read(JsonObject payload) {
        if (!(payload.get("status_list") instanceof JsonObject list)
                || !(list.get("bits") instanceof JsonNumber width)
                || !width.toString().matches("[1248]")
                || !(list.get("lst") instanceof JsonString packed)) {
            return malformed();
        }
        var bytes = Base64Url.decode(packed.getString());
        if (bytes.isEmpty()) {
            return malformed();
        }
        var bits = width.intValue();
        return unpacked(bytes.get(), MAX_PLACES / 8 * bits)
                .map(content -> new TokenStatusList(bits, content));
    }

    private static <T> Decided<T> malformed() {
        return Decided.refused(Refusal.of("status.list-malformed", "status_list"));
    }

    /** A list that unpacks to more than {@code most} bytes is given up there. */
    private static Decided<byte[]> unpacked(byte[] packed, int most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var content = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    return malformed();
                }
                content.write(buffer, 0, count);
                if (content.size() > most) {
                    return Decided.refused(
                            Refusal.of("status.list-length", "status_list", content.size()));
                }
            }
            return inflater.getRemaining() == 0
                    ? Decided.accepted(content.toByteArray())
                    : malformed();
        } catch (DataFormatException e) {
            return malformed();
        } finally {
            inflater.end();
        }
    }

    /**
     * The place that a token says its status is kept at; empty if it cannot be read. A list says
     * for itself which of its places are revoked or suspended.
     */
    public static Optional<StatusEntry> entry(JsonObject claims) {
        return Members.object(claims, "status")
                .flatMap(status -> Members.object(status, "status_list"))
                .flatMap(TokenStatusList::place);
    }

    private static Optional<StatusEntry> place(JsonObject reference) {
        return reference.get("uri") instanceof JsonString address
                        && Iri.isAbsolute(address.getString())
                        && reference.get("idx") instanceof JsonNumber index
                        && index.toString().matches("\\d{1,12}")
                ? Optional.of(
                        new StatusEntry(
                                address.getString(),
                                Long.parseLong(index.toString()),
                                Publication.Purpose.REVOCATION))
                : Optional.empty();
    }
}
