package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape that every verifiable credential has (W3C Verifiable Credentials Data Model 2.0,
 * sections 4.2 to 5.10), told apart from what it says.
 */
public final class CredentialModel {

    /** The members that refer to something with a type, and whether it must have an identifier. */
    private static final Map<String, Boolean> TYPED =
            Map.of(
                    "credentialStatus", false,
                    "credentialSchema", true,
                    "refreshService", false,
                    "termsOfUse", false,
                    "evidence", false,
                    "renderMethod", false,
                    "confidenceMethod", false,
                    "proof", false);

    private final JsonObject document;
    private final ModelFindings findings = new ModelFindings();

    private CredentialModel(JsonObject document) {
        this.document = document;
    }

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    public static List<Refusal> findings(JsonObject document) {
        var model = new CredentialModel(document);
        model.findings.contexts(document);
        model.findings.identifier(document, "id");
        model.findings.types(document, "VerifiableCredential");
        model.issuer();
        model.subjects();
        model.period();
        TYPED.forEach((name, needsId) -> model.findings.typed(document, name, needsId));
        model.findings.wording(document, "");
        RelatedResources.check(document, model.findings);
        return model.findings.list();
    }

    private void issuer() {
        switch (document.getOrDefault("issuer", JsonValue.NULL)) {
            case JsonString id when ModelFindings.isUrl(id.getString()) -> {}
            case JsonObject issuer when ModelFindings.isIdentified(issuer) ->
                    findings.wording(issuer, "issuer.");
            default -> findings.report("format.issuer-malformed", "issuer");
        }
    }

    private void subjects() {
        var subjects = Members.items(document, "credentialSubject").toList();
        if (subjects.isEmpty()) {
            findings.report("format.member-missing", "credentialSubject");
        }
        for (var subject : subjects) {
            if (subject instanceof JsonObject object && !object.isEmpty()) {
                findings.identifier(object, "credentialSubject.id");
            } else {
                findings.report("format.subject-empty", "credentialSubject");
            }
        }
    }

    private void period() {
        for (var name : List.of("validFrom", "validUntil")) {
            if (document.containsKey(name) && moment(name).isEmpty()) {
                findings.report("format.date-malformed", name);
            }
        }
        var from = moment("validFrom");
        var until = moment("validUntil");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.report("format.period-inverted", "validUntil");
        }
    }

    private Optional<Instant> moment(String name) {
        return document.get(name) instanceof JsonString text
                ? Members.instant(text.getString())
                : Optional.empty();
    }
}
