package eu.cairn.formats.verification;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.Members;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The digests of what a credential refers to (W3C Verifiable Credentials Data Model 2.0, section
 * 5.3).
 *
 * <p>Nothing is fetched. A digest must have a possible form; where the published bytes of the
 * resource are known here, by a table of their digests, it must be one of theirs.
 */
final class RelatedResources {

    private static final Pattern SRI = Pattern.compile("sha(256|384|512)-([A-Za-z0-9+/_=-]+)");

    /** The length of a hash in bytes by its code in a multihash, and without one. */
    private static final Map<Integer, Integer> MULTIHASH = Map.of(0x12, 32, 0x20, 48, 0x13, 64);

    private static final Set<Integer> LENGTHS = Set.of(32, 48, 64);

    private static final Map<String, Set<String>> PUBLISHED = published();

    private RelatedResources() {}

    private static Map<String, Set<String>> published() {
        try (var in = RelatedResources.class.getResourceAsStream("published-digests.tsv")) {
            var text =
                    new String(
                            Objects.requireNonNull(in, "published-digests.tsv").readAllBytes(),
                            StandardCharsets.UTF_8);
            var table = new HashMap<String, Set<String>>();
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("address\t"))
                    .map(line -> line.split("\t", -1))
                    .forEach(
                            cell ->
                                    table.computeIfAbsent(cell[0], a -> new HashSet<>())
                                            .add(cell[1]));
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(JsonObject document, ModelFindings findings) {
        var addresses = new HashSet<String>();
        Members.items(document, "relatedResource")
                .forEach(
                        value -> {
                            if (!(value instanceof JsonObject object)
                                    || !ModelFindings.isIdentified(object)
                                    || !addresses.add(object.getString("id"))
                                    || (object.containsKey("mediaType")
                                            && !(object.get("mediaType") instanceof JsonString))) {
                                findings.report(
                                        "format.related-resource-malformed", "relatedResource");
                            } else {
                                digests(object, findings);
                            }
                        });
    }

    private static void digests(JsonObject resource, ModelFindings findings) {
        var stated = new HashSet<Optional<String>>();
        Members.items(resource, "digestSRI").map(RelatedResources::sri).forEach(stated::add);
        Members.items(resource, "digestMultibase")
                .map(RelatedResources::multibase)
                .forEach(stated::add);
        var known = PUBLISHED.get(resource.getString("id"));
        if (stated.isEmpty() || stated.contains(Optional.<String>empty())) {
            findings.report("format.related-resource-malformed", "relatedResource");
        } else if (known != null
                && !stated.stream().allMatch(digest -> known.contains(digest.orElseThrow()))) {
            findings.report("format.related-resource-changed", "relatedResource");
        }
    }

    /** The digest in hexadecimal; empty if this is none (W3C Subresource Integrity). */
    private static Optional<String> sri(JsonValue value) {
        var matcher = SRI.matcher(value instanceof JsonString text ? text.getString() : "");
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var standard = matcher.group(2).replace('-', '+').replace('_', '/');
            var bytes = Base64.getDecoder().decode(standard);
            return bytes.length * 8 == Integer.parseInt(matcher.group(1))
                    ? Optional.of(HexFormat.of().formatHex(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same of a multihash, or of a bare hash, in base 58 or base 64 (Multibase). */
    private static Optional<String> multibase(JsonValue value) {
        var text = value instanceof JsonString string ? string.getString() : "";
        if (text.length() > 200 || !(text.startsWith("u") || text.startsWith("z"))) {
            return Optional.empty();
        }
        try {
            var base = text.startsWith("u") ? Multibase.BASE_64_URL : Multibase.BASE_58_BTC;
            return hash(base.decode(text)).map(HexFormat.of()::formatHex);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hash(byte[] bytes) {
        if (LENGTHS.contains(bytes.length)) {
            return Optional.of(bytes);
        }
        return bytes.length > 2
                        && Objects.equals(MULTIHASH.get((int) bytes[0]), (int) bytes[1])
                        && bytes.length == bytes[1] + 2
                ? Optional.of(Arrays.copyOfRange(bytes, 2, bytes.length))
                : Optional.empty();
    }
}
