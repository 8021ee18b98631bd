package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.Base64Url;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a JSON Web Signature in JSON around one seal, read more strictly than by any library:
 * one of the two forms, canonical base64url, no member twice in the header, no extension that must
 * be understood and is not, and nothing outside of the protected header but what may be added to a
 * seal later (RFC 7515, sections 4.1.11 and 7.2; ETSI TS 119 182-1, clauses 5.1.9 and 5.3).
 */
final class SealForm {

    /** The extensions that this reader understands, itself or by its library. */
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "b64", "sigT", "sigD", "sigPId", "sigPl", "srCms", "srAts", "adoTst", "x5t#o",
                    "sigX5ts");

    private static final Set<String> ADDED_LATER = Set.of("etsiU");
    private static final String SIGNATURES = "signatures";

    private SealForm() {}

    /** Why {@code sealed} is not looked into further, if for any reason. */
    static Optional<Refusal> objection(JsonObject sealed) {
        var both = sealed.containsKey("signature") || sealed.containsKey("protected");
        if (!sealed.containsKey(SIGNATURES)) {
            return ofSeal(sealed);
        }
        return !both
                        && sealed.get(SIGNATURES) instanceof JsonArray seals
                        && seals.size() == 1
                        && seals.getFirst() instanceof JsonObject seal
                ? ofSeal(seal)
                : malformed();
    }

    private static Optional<Refusal> malformed() {
        return Optional.of(Refusal.of("integrity.proof-malformed", ""));
    }

    private static Optional<Refusal> ofSeal(JsonObject seal) {
        var outside = seal.getOrDefault("header", JsonValue.EMPTY_JSON_OBJECT);
        if (!isCanonical(seal.get("signature"))
                || !isCanonical(seal.get("protected"))
                || !(outside instanceof JsonObject members)
                || !ADDED_LATER.containsAll(members.keySet())
                || !(StrictJson.parse(Base64Url.decode(seal.getString("protected")).orElseThrow())
                        instanceof Decided.Accepted<JsonObject>(var header))) {
            return malformed();
        }
        return isUnderstood(header)
                ? Optional.empty()
                : Optional.of(Refusal.of("format.extension-critical", ""));
    }

    private static boolean isCanonical(@Nullable JsonValue value) {
        return value instanceof JsonString text
                && !text.getString().isEmpty()
                && Base64Url.decode(text.getString()).isPresent();
    }

    private static boolean isUnderstood(JsonObject header) {
        return !header.containsKey("crit")
                || (header.get("crit") instanceof JsonArray names
                        && !names.isEmpty()
                        && names.stream()
                                .allMatch(
                                        name ->
                                                name instanceof JsonString text
                                                        && UNDERSTOOD.contains(text.getString())));
    }
}
