package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Base64Url;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the disclosures of one SD-JWT into their places (RFC 9901, section 7.1). */
final class Disclosing {

    private static final String DIGESTS = "_sd";
    private static final String ALGORITHM = "_sd_alg";
    private static final String ELEMENT = "...";
    private static final String MANY = "format.too-many-elements";
    private static final String MALFORMED = "format.sd-jwt-malformed";
    private static final String UNFOUNDED = "format.disclosure-unfounded";
    private static final Set<String> RESERVED = Set.of(DIGESTS, ALGORITHM, ELEMENT);

    /** Claims about the credential as a whole (SD-JWT VC, registered claims). */
    private static final Set<String> NEVER_DISCLOSED =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status");

    private static final Map<String, String> HASHES =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    /** Decoys count as well. */
    static final int MAX_PLACES = 4 * SdJwt.MAX_DISCLOSURES;

    /** Values of all disclosures together. */
    static final int MAX_VALUES = 20_000;

    private final Map<String, JsonArray> disclosures = new HashMap<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private Disclosing() {}

    static Decided<Disclosed> of(JsonObject payload, List<String> encoded) {
        try {
            return Decided.accepted(new Disclosing().disclosed(payload, encoded));
        } catch (Unacceptable e) {
            return Decided.refused(e.reason);
        }
    }

    private Disclosed disclosed(JsonObject payload, List<String> encoded) {
        var hash = hash(payload);
        int values = 0;
        for (var disclosure : encoded) {
            var parsed = parsed(disclosure);
            values += values(parsed);
            if (values > MAX_VALUES) {
                throw new Unacceptable(MANY, MAX_VALUES);
            }
            if (disclosures.put(digest(hash, disclosure), parsed) != null) {
                throw new Unacceptable(UNFOUNDED);
            }
        }
        var claims = object(JSON.createObjectBuilder(payload).remove(ALGORITHM).build(), 1);
        if (used.size() != disclosures.size()) {
            throw new Unacceptable(UNFOUNDED);
        }
        return new Disclosed(claims, hash, places.size() - used.size());
    }

    private static int values(JsonValue value) {
        int count = 1;
        switch (value) {
            case JsonObject object -> {
                for (var member : object.values()) {
                    count += values(member);
                }
            }
            case JsonArray array -> {
                for (var item : array) {
                    count += values(item);
                }
            }
            default -> {}
        }
        return count;
    }

    private static String hash(JsonObject payload) {
        if (!payload.containsKey(ALGORITHM)) {
            return "SHA-256";
        }
        var named = payload.get(ALGORITHM) instanceof JsonString name ? name.getString() : "";
        return Optional.ofNullable(HASHES.get(named))
                .orElseThrow(() -> new Unacceptable(MALFORMED));
    }

    static String digest(String hash, String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.US_ASCII);
            return Base64Url.encode(MessageDigest.getInstance(hash).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Salt, name and value, or salt and value for an element of a list. */
    private static JsonArray parsed(String encoded) {
        var bytes =
                Base64Url.decode(encoded)
                        .orElseThrow(() -> new Unacceptable("format.disclosure-malformed"));
        var array =
                switch (StrictJson.parseArray(bytes)) {
                    case Decided.Accepted<JsonArray>(var parts) -> parts;
                    case Decided.Refused<JsonArray> refused ->
                            throw new Unacceptable("format.disclosure-malformed");
                };
        var named = array.size() == 3;
        if ((!named && array.size() != 2)
                || !(array.getFirst() instanceof JsonString)
                || (named && !(array.get(1) instanceof JsonString))) {
            throw new Unacceptable("format.disclosure-malformed");
        }
        return array;
    }

    private JsonObject object(JsonObject object, int depth) {
        if (depth > StrictJson.MAX_DEPTH) {
            throw new Unacceptable("format.too-deep");
        }
        var result = JSON.createObjectBuilder();
        for (var member : object.entrySet()) {
            if (member.getKey().equals(ELEMENT)) {
                throw new Unacceptable(MALFORMED);
            }
            if (!member.getKey().equals(DIGESTS)) {
                result.add(member.getKey(), value(member.getValue(), depth));
            }
        }
        var names = new HashSet<>(object.keySet());
        for (var digest : digests(object)) {
            var disclosure = disclosure(digest);
            if (disclosure.isPresent()) {
                var name = name(disclosure.get(), depth);
                if (!names.add(name)) {
                    throw new Unacceptable(UNFOUNDED);
                }
                result.add(name, value(disclosure.get().get(2), depth));
            }
        }
        return result.build();
    }

    private static String name(JsonArray disclosure, int depth) {
        var name = disclosure.size() == 3 ? disclosure.getString(1) : ELEMENT;
        if (RESERVED.contains(name) || (depth == 1 && NEVER_DISCLOSED.contains(name))) {
            throw new Unacceptable(UNFOUNDED);
        }
        return name;
    }

    private static List<String> digests(JsonObject object) {
        if (!object.containsKey(DIGESTS)) {
            return List.of();
        }
        if (!(object.get(DIGESTS) instanceof JsonArray digests)
                || !digests.stream().allMatch(JsonString.class::isInstance)) {
            throw new Unacceptable(MALFORMED);
        }
        return digests.getValuesAs(JsonString::getString);
    }

    private JsonValue value(JsonValue value, int depth) {
        return switch (value) {
            case JsonObject object -> object(object, depth + 1);
            case JsonArray array -> array(array, depth + 1);
            case JsonValue plain -> plain;
        };
    }

    private JsonArray array(JsonArray array, int depth) {
        if (depth > StrictJson.MAX_DEPTH) {
            throw new Unacceptable("format.too-deep");
        }
        var result = JSON.createArrayBuilder();
        for (var element : array) {
            if (element instanceof JsonObject object && object.containsKey(ELEMENT)) {
                disclosure(place(object))
                        .ifPresent(
                                disclosure -> {
                                    if (disclosure.size() != 2) {
                                        throw new Unacceptable(UNFOUNDED);
                                    }
                                    result.add(value(disclosure.get(1), depth));
                                });
            } else {
                result.add(value(element, depth));
            }
        }
        return result.build();
    }

    private static String place(JsonObject element) {
        if (element.size() != 1 || !(element.get(ELEMENT) instanceof JsonString digest)) {
            throw new Unacceptable(MALFORMED);
        }
        return digest.getString();
    }

    /** What is disclosed for a place; no two places are the same. */
    private Optional<JsonArray> disclosure(String digest) {
        if (!places.add(digest)) {
            throw new Unacceptable(MALFORMED);
        }
        if (places.size() > MAX_PLACES) {
            throw new Unacceptable(MANY, MAX_PLACES);
        }
        var disclosure = Optional.ofNullable(disclosures.get(digest));
        if (disclosure.isPresent()) {
            used.add(digest);
        }
        return disclosure;
    }

    private static final class Unacceptable extends RuntimeException {
        private final transient Refusal reason;

        Unacceptable(String code, Object... parameters) {
            super(code, null, false, false);
            this.reason = Refusal.of(code, "", parameters);
        }
    }
}
