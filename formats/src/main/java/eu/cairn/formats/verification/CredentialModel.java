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
import java.util.stream.Stream;

/**
 * The shape that every verifiable credential has (W3C Verifiable Credentials Data Model 2.0,
 * sections 4.2 to 5.10; 1.1, sections 4.1 to 5.6), told apart from what it says.
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
    private final DataModel of;
    private final ModelFindings findings = new ModelFindings();

    private CredentialModel(JsonObject document, DataModel of) {
        this.document = document;
        this.of = of;
    }

    /** Everything in which {@code document} departs from data model 2.0; empty if nothing does. */
    public static List<Refusal> findings(JsonObject document) {
        return findings(document, DataModel.V2_0);
    }

    /** The same by another version of the model. */
    static List<Refusal> findings(JsonObject document, DataModel of) {
        var model = new CredentialModel(document, of);
        model.findings.contexts(document, of);
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
        Stream.concat(of.starts().stream(), of.ends().stream())
                .filter(name -> document.containsKey(name) && moment(name).isEmpty())
                .forEach(name -> findings.report("format.date-malformed", name));
        if (of == DataModel.V1_1 && !document.containsKey("issuanceDate")) {
            findings.report("format.member-missing", "issuanceDate");
        }
        var from = moments(of.starts()).max(Instant::compareTo);
        var until = moments(of.ends()).min(Instant::compareTo);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.report("format.period-inverted", of.ends().getFirst());
        }
    }

    private Stream<Instant> moments(List<String> names) {
        return names.stream().flatMap(name -> moment(name).stream());
    }

    private Optional<Instant> moment(String name) {
        return document.get(name) instanceof JsonString text
                ? Members.instant(text.getString())
                : Optional.empty();
    }
}
