package eu.cairn.formats.credential.sdjwt;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.sdjwt.ExactClaim.Place;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The parts of an Open Badges credential that exact claims belong to. */
record BadgeParts(JsonObject credential) {

    JsonObject part(Place place) {
        return switch (place) {
            case CREDENTIAL -> credential;
            case ISSUER -> object(credential, "issuer");
            case SUBJECT -> object(credential, "credentialSubject");
            case ACHIEVEMENT -> object(part(Place.SUBJECT), "achievement");
            case RESULT -> object(part(Place.ACHIEVEMENT), "resultDescription");
        };
    }

    private static JsonObject object(JsonObject parent, String name) {
        return Members.object(parent, name).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }
}
