package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shape that every verifiable credential has (W3C Verifiable Credentials Data Model 2.0,
 * sections 4.2 to 4.15), told apart from what it says.
 */
final class CredentialModel {

    /** The members that refer to something with a type, and whether it must have an identifier. */
    private static final Map<String, Boolean> TYPED =
            Map.of(
                    "credentialStatus", false,
                    "credentialSchema", true,
                    "refreshService", false,
                    "termsOfUse", false,
                    "evidence", false,
                    "proof", false);

    private static final Set<String> LANGUAGE_VALUE = Set.of("@value", "@language", "@direction");

    private final JsonObject document;
    private final List<Refusal> findings = new ArrayList<>();

    private CredentialModel(JsonObject document) {
        this.document = document;
    }

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    static List<Refusal> findings(JsonObject document) {
        var model = new CredentialModel(document);
        model.context();
        model.identifier(document, "id", "id");
        model.types();
        model.issuer();
        model.subjects();
        model.period();
        TYPED.forEach(model::typed);
        model.wording(document, "");
        model.relatedResources();
        return List.copyOf(model.findings);
    }

    private void report(String code, String place) {
        findings.add(Refusal.of(code, place, place));
    }

    private void context() {
        var contexts = Members.items(document, "@context").toList();
        if (contexts.isEmpty()
                || !(contexts.getFirst() instanceof JsonString first)
                || !first.getString().equals(Contexts.CREDENTIALS_V2)) {
            report("format.context-first", "@context");
        }
        for (var context : contexts) {
            var possible =
                    context instanceof JsonObject
                            || (context instanceof JsonString address
                                    && isUrl(address.getString()));
            if (!possible) {
                report("format.context-malformed", "@context");
            }
        }
    }

    private void types() {
        if (!Members.texts(document, "type").contains("VerifiableCredential")
                || Members.items(document, "type").anyMatch(t -> !(t instanceof JsonString))) {
            report("format.type-wrong", "type");
        }
    }

    private void issuer() {
        switch (document.getOrDefault("issuer", JsonValue.NULL)) {
            case JsonString id when isUrl(id.getString()) -> {}
            case JsonObject issuer
                    when issuer.get("id") instanceof JsonString id && isUrl(id.getString()) ->
                    wording(issuer, "issuer.");
            default -> report("format.issuer-malformed", "issuer");
        }
    }

    private void subjects() {
        var subjects = Members.items(document, "credentialSubject").toList();
        if (subjects.isEmpty()) {
            report("format.member-missing", "credentialSubject");
        }
        for (var subject : subjects) {
            if (subject instanceof JsonObject object && !object.isEmpty()) {
                identifier(object, "id", "credentialSubject.id");
            } else {
                report("format.subject-empty", "credentialSubject");
            }
        }
    }

    private void period() {
        for (var name : List.of("validFrom", "validUntil")) {
            if (document.containsKey(name)
                    && Members.text(document, name).flatMap(Members::instant).isEmpty()) {
                report("format.date-malformed", name);
            }
        }
        var from = Members.text(document, "validFrom").flatMap(Members::instant);
        var until = Members.text(document, "validUntil").flatMap(Members::instant);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            report("format.period-inverted", "validUntil");
        }
    }

    private void typed(String name, boolean needsIdentifier) {
        Members.items(document, name)
                .forEach(
                        value -> {
                            if (!(value instanceof JsonObject object) || !hasTypes(object)) {
                                report("format.type-missing", name);
                                return;
                            }
                            if (needsIdentifier && !object.containsKey("id")) {
                                report("format.member-missing", name + ".id");
                            }
                            identifier(object, "id", name + ".id");
                        });
    }

    private static boolean hasTypes(JsonObject object) {
        var types = Members.items(object, "type").toList();
        return !types.isEmpty()
                && types.stream()
                        .allMatch(t -> t instanceof JsonString text && !text.getString().isBlank());
    }

    private void wording(JsonObject object, String prefix) {
        for (var name : List.of("name", "description")) {
            Members.items(object, name)
                    .filter(value -> !isWording(value))
                    .forEach(value -> report("format.text-malformed", prefix + name));
        }
    }

    private static boolean isWording(JsonValue value) {
        return value instanceof JsonString
                || (value instanceof JsonObject object
                        && object.get("@value") instanceof JsonString
                        && LANGUAGE_VALUE.containsAll(object.keySet()));
    }

    private void relatedResources() {
        var ids = new ArrayList<String>();
        Members.items(document, "relatedResource")
                .forEach(
                        value -> {
                            if (value instanceof JsonObject object
                                    && object.get("id") instanceof JsonString id
                                    && isUrl(id.getString())
                                    && (object.containsKey("digestSRI")
                                            || object.containsKey("digestMultibase"))
                                    && !ids.contains(id.getString())) {
                                ids.add(id.getString());
                            } else {
                                report("format.related-resource-malformed", "relatedResource");
                            }
                        });
    }

    private void identifier(JsonObject object, String name, String place) {
        if (object.containsKey(name)
                && !(object.get(name) instanceof JsonString id && isUrl(id.getString()))) {
            report("format.identifier-malformed", place);
        }
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
