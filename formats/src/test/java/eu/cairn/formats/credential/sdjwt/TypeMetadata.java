package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What Cairn writes for wallets, as type metadata, to be held against the published type. */
final class TypeMetadata {

    private TypeMetadata() {}

    /** The metadata document. */
    static JsonObject document() {
        return JSON.createObjectBuilder()
                .add("vct", LearningCredential.TYPE)
                .add("claims", claims())
                .build();
    }

    private static JsonArray claims() {
        var claims = JSON.createArrayBuilder();
        for (var claim : LearningClaim.values()) {
            add(claims, path(claim.code()), claim.mandatory(), claim.selective());
            if (claim == LearningClaim.CONFIRMATION) {
                add(claims, path(claim.code()).add("jwk"), true, false);
            }
            if (claim.list()) {
                var each = path(claim.code()).add(JsonValue.NULL);
                add(claims, each, claim.mandatory(), false);
            }
        }
        add(claims, path(LearningCredential.FULL_NAME), false, true);
        for (var claim : ExactClaim.values()) {
            add(claims, path(claim.code()), false, true);
        }
        return claims.build();
    }

    private static JsonArrayBuilder path(String name) {
        return JSON.createArrayBuilder().add(name);
    }

    private static void add(
            JsonArrayBuilder claims, JsonArrayBuilder path, boolean mandatory, boolean selective) {
        claims.add(
                JSON.createObjectBuilder()
                        .add("path", path)
                        .add("mandatory", mandatory)
                        .add("sd", selective ? "always" : "never"));
    }
}
