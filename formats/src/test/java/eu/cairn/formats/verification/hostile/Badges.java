package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.World.json;

import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Open Badges to be signed, and how one thing in them is changed. */
final class Badges {

    private Badges() {}

    /** A badge as somebody else's software writes it, by {@code issuer}. */
    static JsonObject foreign(String issuer) {
        return json(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "https://lagoonside.example/badges/7",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "name": "Sustainable lagoon management",
                 "issuer": {"id": "ISSUER", "type": ["Profile"],
                   "name": "Università della Laguna", "url": "https://lagoonside.example/"},
                 "validFrom": "2025-06-20T08:30:00Z",
                 "validUntil": "2030-06-18T00:00:00Z",
                 "credentialSubject": {"id": "urn:uuid:7e6c1f9a-1d1d-4f6c-8a6f-3f9f4c1b2a10",
                   "type": ["AchievementSubject"],
                   "creditsEarned": 7.5,
                   "achievement": {"id": "https://lagoonside.example/courses/sl",
                     "type": ["Achievement"], "name": "Sustainable lagoon management",
                     "description": "Assess and manage a coastal lagoon.",
                     "creditsAvailable": 7.5,
                     "criteria": {"narrative": "A monitoring plan and its defence."}},
                   "result": [{"type": ["Result"], "value": "28/30"}]}}
                """
                        .replace("ISSUER", issuer));
    }

    /** A badge as Cairn writes it, by the holder of {@code key}. */
    static JsonObject ours(FreshKey key) {
        return json(OpenBadge.write(Samples.credential(key), Publication.NONE));
    }

    /** The same with its place in a status list. */
    static JsonObject listed(FreshKey key) {
        return json(OpenBadge.write(Samples.credential(key), Samples.publication()));
    }

    /** {@code document} with {@code value}, JSON text, at {@code pointer}. */
    static JsonObject with(JsonObject document, String pointer, String value) {
        return with(document, pointer, value(value));
    }

    static JsonObject with(JsonObject document, String pointer, JsonValue value) {
        return Json.createPointer(pointer).add(document, value);
    }

    static JsonObject without(JsonObject document, String pointer) {
        return Json.createPointer(pointer).remove(document);
    }

    /** What stands at {@code pointer}, which must be there. */
    static JsonValue at(JsonObject document, String pointer) {
        return document.getValue(pointer);
    }

    static JsonValue value(String json) {
        return at(json("{\"v\":" + json + "}"), "/v");
    }

    /** The same with the members of each object in reverse order. */
    static JsonValue reversed(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                var names = object.keySet().stream().toList().reversed();
                var copy = Json.createObjectBuilder();
                names.forEach(
                        name ->
                                copy.add(
                                        name,
                                        reversed(object.getValue("/" + Json.encodePointer(name)))));
                yield copy.build();
            }
            case JsonArray array -> {
                var copy = Json.createArrayBuilder();
                array.forEach(item -> copy.add(reversed(item)));
                yield copy.build();
            }
            default -> value;
        };
    }
}
