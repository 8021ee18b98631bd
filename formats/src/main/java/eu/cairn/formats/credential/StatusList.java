package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A Bitstring Status List: one bit for each credential, so many in one list that asking for the
 * list does not tell which credential is meant (W3C Recommendation, May 2025).
 *
 * @param purpose what a set bit says
 * @param length the number of places, at least {@value #MIN_LENGTH}
 * @param set the places whose bit is set
 */
public record StatusList(Purpose purpose, int length, BitSet set) {

    /** Fewer places would give the group away in which a holder hides. */
    public static final int MIN_LENGTH = 131_072;

    /** More than four million places are not unpacked. */
    public static final int MAX_LENGTH = 1 << 22;

    /** A number in the one way to write it. */
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,11}");

    public StatusList {
        if (length < MIN_LENGTH || length > MAX_LENGTH || length % 8 != 0) {
            throw new IllegalArgumentException("a status list of " + length + " places");
        }
        if (set.length() > length) {
            throw new IllegalArgumentException("a place outside of the status list");
        }
        set = (BitSet) set.clone();
    }

    /** A list of the smallest length on which these places are set. */
    public static StatusList of(Purpose purpose, BitSet set) {
        return new StatusList(purpose, MIN_LENGTH, set);
    }

    /** Whether the bit at {@code index} is set; empty where the list has no such place. */
    public Optional<Boolean> isSet(long index) {
        return index < 0 || index >= length ? Optional.empty() : Optional.of(set.get((int) index));
    }

    /**
     * The unsigned JSON text of the list as a credential of its own.
     *
     * @param address where the list is published, its identifier
     * @param issuer the organisation whose credentials it is about
     * @param ttl how long a copy may be used
     */
    public String write(String address, String issuer, Instant validFrom, Duration ttl) {
        return JSON.createObjectBuilder()
                .add("@context", JSON.createArrayBuilder().add(Contexts.CREDENTIALS_V2))
                .add("id", address)
                .add(
                        "type",
                        JSON.createArrayBuilder()
                                .add("VerifiableCredential")
                                .add("BitstringStatusListCredential"))
                .add("issuer", issuer)
                .add("validFrom", validFrom.toString())
                .add("validUntil", validFrom.plus(ttl.multipliedBy(2)).toString())
                .add(
                        "credentialSubject",
                        JSON.createObjectBuilder()
                                .add("id", address + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", purpose.code())
                                .add("ttl", ttl.toMillis())
                                .add("encodedList", encoded()))
                .build()
                .toString();
    }

    /** The list that a status list credential holds, or why it holds none. */
    public static Decided<StatusList> read(JsonObject document) {
        var subject =
                Members.object(document, "credentialSubject").orElse(JsonValue.EMPTY_JSON_OBJECT);
        var purpose = Members.text(subject, "statusPurpose").flatMap(Purpose::ofCode);
        var encoded = Members.text(subject, "encodedList");
        if (!Members.texts(document, "type").contains("BitstringStatusListCredential")
                || !Members.texts(subject, "type").contains("BitstringStatusList")
                || purpose.isEmpty()
                || encoded.isEmpty()) {
            return Decided.refused(Refusal.of("status.list-malformed", ""));
        }
        return bits(encoded.get())
                .map(bytes -> new StatusList(purpose.get(), bytes.length * 8, unpacked(bytes)));
    }

    /**
     * The member in which an Open Badge of ours names its second place: in JSON-LD another {@code
     * credentialStatus}, since the schema of Open Badges 3.0 has room for one only.
     */
    public static final String SUSPENSION_STATUS = "suspensionStatus";

    /**
     * The place on a list of what is suspended that an Open Badge of ours names, if it can be read.
     */
    public static Optional<StatusEntry> suspension(JsonObject document) {
        return Members.object(document, SUSPENSION_STATUS)
                .flatMap(StatusList::entry)
                .filter(entry -> entry.purpose() == Purpose.SUSPENSION);
    }

    /** The places that a credential says its status is kept at; only those that can be read. */
    public static List<StatusEntry> entries(JsonObject document) {
        return Members.objects(document, "credentialStatus").stream()
                .flatMap(entry -> entry(entry).stream())
                .toList();
    }

    private static Optional<StatusEntry> entry(JsonObject entry) {
        var list = Members.text(entry, "statusListCredential").filter(Iri::isAbsolute);
        var purpose = Members.text(entry, "statusPurpose").flatMap(Purpose::ofCode);
        var index =
                switch (entry.getOrDefault("statusListIndex", JsonValue.NULL)) {
                    case JsonString text -> text.getString();
                    case JsonNumber number -> number.toString();
                    default -> "";
                };
        if (!Members.texts(entry, "type").contains("BitstringStatusListEntry")
                || list.isEmpty()
                || purpose.isEmpty()
                || !INDEX.matcher(index).matches()) {
            return Optional.empty();
        }
        return Optional.of(new StatusEntry(list.get(), Long.parseLong(index), purpose.get()));
    }

    /** A place on a list, as a credential names it. */
    public static JsonObject entry(StatusEntry entry) {
        return JSON.createObjectBuilder()
                .add("id", entry.list() + "#" + entry.index())
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", entry.purpose().code())
                .add("statusListIndex", String.valueOf(entry.index()))
                .add("statusListCredential", entry.list())
                .build();
    }

    /** The first place is the leftmost bit of the first byte. */
    private String encoded() {
        var bytes = new byte[length / 8];
        set.stream().forEach(place -> bytes[place / 8] |= (byte) (0x80 >> place % 8));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.BASE_64_URL.encode(packed.toByteArray());
    }

    private static BitSet unpacked(byte[] bytes) {
        var set = new BitSet(bytes.length * 8);
        for (int place = 0; place < bytes.length * 8; place++) {
            set.set(place, (bytes[place / 8] & (0x80 >> place % 8)) != 0);
        }
        return set;
    }

    private static Decided<byte[]> bits(String encoded) {
        if (!encoded.startsWith("u")) {
            return Decided.refused(Refusal.of("status.list-malformed", "encodedList"));
        }
        try (var gzip =
                new GZIPInputStream(
                        new ByteArrayInputStream(Multibase.BASE_64_URL.decode(encoded)))) {
            var bytes = gzip.readNBytes(MAX_LENGTH / 8 + 1);
            if (bytes.length < MIN_LENGTH / 8 || bytes.length > MAX_LENGTH / 8) {
                return Decided.refused(
                        Refusal.of("status.list-length", "encodedList", bytes.length * 8));
            }
            return Decided.accepted(bytes);
        } catch (IOException | RuntimeException e) {
            return Decided.refused(Refusal.of("status.list-malformed", "encodedList"));
        }
    }
}
