package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.AwardingScope;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry of a registry says beyond the body itself: what it may award, and by which list.
 */
final class TrustScope {

    private static final Set<String> MEMBERS = Set.of("eqfLevels", "kinds");

    private TrustScope() {}

    /**
     * What {@code entry} says that the body may award. Empty where it says so in a way that cannot
     * be understood: a limit that is not understood must not be taken for none.
     */
    static Optional<Optional<AwardingScope>> read(JsonObject entry) {
        if (!entry.containsKey("mayAward")) {
            return Optional.of(Optional.empty());
        }
        if (!(entry.get("mayAward") instanceof JsonObject stated)
                || stated.isEmpty()
                || !MEMBERS.containsAll(stated.keySet())) {
            return Optional.empty();
        }
        var levels = levels(stated);
        var kinds = kinds(stated);
        return levels.isEmpty() || kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(Optional.of(new AwardingScope(levels.get(), kinds.get())));
    }

    private static Optional<Set<EqfLevel>> levels(JsonObject stated) {
        var levels = new HashSet<EqfLevel>();
        if (!stated.containsKey("eqfLevels")) {
            return Optional.of(levels);
        }
        if (!(stated.get("eqfLevels") instanceof JsonArray all) || all.isEmpty()) {
            return Optional.empty();
        }
        for (var one : all) {
            if (!(one instanceof JsonNumber number) || !number.toString().matches("[1-8]")) {
                return Optional.empty();
            }
            levels.add(new EqfLevel(number.intValue()));
        }
        return Optional.of(levels);
    }

    private static Optional<Set<String>> kinds(JsonObject stated) {
        var kinds = new HashSet<String>();
        if (!stated.containsKey("kinds")) {
            return Optional.of(kinds);
        }
        if (!(stated.get("kinds") instanceof JsonArray all) || all.isEmpty()) {
            return Optional.empty();
        }
        for (var one : all) {
            if (!(one instanceof JsonString kind) || kind.getString().isBlank()) {
                return Optional.empty();
            }
            kinds.add(kind.getString());
        }
        return Optional.of(kinds);
    }

    static JsonObject json(AwardingScope scope) {
        var json = JSON.createObjectBuilder();
        if (!scope.levels().isEmpty()) {
            var levels = JSON.createArrayBuilder();
            scope.levels().stream().sorted().forEach(level -> levels.add(level.level()));
            json.add("eqfLevels", levels);
        }
        if (!scope.kinds().isEmpty()) {
            json.add("kinds", JSON.createArrayBuilder(scope.kinds().stream().sorted().toList()));
        }
        return json.build();
    }
}
