package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shape that an Open Badges 3.0 achievement credential has beside that of any credential: an
 * achievement, somebody who achieved it, and the right class in every place (Open Badges 3.0,
 * appendix B).
 */
final class OpenBadgeModel {

    private static final Set<String> TYPES = Set.of("OpenBadgeCredential", "AchievementCredential");
    private static final Pattern CONTEXT =
            Pattern.compile(
                    "https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json");

    /** The class that an object has under each member that takes objects of one class. */
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("issuer", "Profile"),
                    Map.entry("creator", "Profile"),
                    Map.entry("source", "Profile"),
                    Map.entry("parentOrg", "Profile"),
                    Map.entry("otherIdentifier", "IdentifierEntry"),
                    Map.entry("identifier", "IdentityObject"),
                    Map.entry("achievement", "Achievement"),
                    Map.entry("result", "Result"),
                    Map.entry("resultDescription", "ResultDescription"),
                    Map.entry("rubricCriterionLevel", "RubricCriterionLevel"),
                    Map.entry("alignment", "Alignment"),
                    Map.entry("related", "Related"),
                    Map.entry("address", "Address"),
                    Map.entry("geo", "GeoCoordinates"),
                    Map.entry("evidence", "Evidence"),
                    Map.entry("image", "Image"));

    private final List<Refusal> findings = new ArrayList<>();

    private OpenBadgeModel() {}

    static boolean claims(JsonObject document) {
        return Members.texts(document, "type").stream().anyMatch(TYPES::contains);
    }

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    static List<Refusal> findings(JsonObject document) {
        var model = new OpenBadgeModel();
        model.contexts(document);
        model.subject(document);
        model.classes(document, "");
        if (!document.containsKey("validFrom")) {
            model.report("format.member-missing", "validFrom");
        }
        if (!document.containsKey("id")) {
            model.report("format.member-missing", "id");
        }
        return List.copyOf(model.findings);
    }

    private void report(String code, String place) {
        findings.add(Refusal.of(code, place, place));
    }

    private void contexts(JsonObject document) {
        if (Members.texts(document, "@context").stream()
                .noneMatch(address -> CONTEXT.matcher(address).matches())) {
            report("format.context-missing", "@context");
        }
    }

    private void subject(JsonObject document) {
        var subject = Members.object(document, "credentialSubject");
        if (subject.isEmpty()) {
            report("format.member-missing", "credentialSubject");
            return;
        }
        if (!Members.texts(subject.get(), "type").contains("AchievementSubject")) {
            report("format.class-wrong", "credentialSubject");
        }
        if (!subject.get().containsKey("id") && !subject.get().containsKey("identifier")) {
            report("format.member-missing", "credentialSubject.id");
        }
        if (Members.object(subject.get(), "achievement").isEmpty()) {
            report("format.member-missing", "credentialSubject.achievement");
        }
    }

    /** Endorsements are credentials of their own and judged for themselves. */
    private void classes(JsonObject object, String path) {
        object.forEach(
                (name, value) -> {
                    if (name.equals("endorsement") || name.equals("proof")) {
                        return;
                    }
                    var items = value instanceof JsonArray array ? array : List.of(value);
                    for (JsonValue item : items) {
                        if (item instanceof JsonObject child) {
                            classOf(child, name, path + name);
                            classes(child, path + name + ".");
                        }
                    }
                });
    }

    private void classOf(JsonObject child, String name, String place) {
        var expected = CLASSES.get(name);
        if (expected != null && !Members.texts(child, "type").contains(expected)) {
            report("format.class-wrong", place);
        }
    }
}
