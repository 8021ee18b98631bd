package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * The shape that every verifiable presentation has (W3C Verifiable Credentials Data Model 2.0,
 * section 4.13), and that of the credentials in it.
 */
public final class PresentationModel {

    private PresentationModel() {}

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    public static List<Refusal> findings(JsonObject document) {
        var findings = new ModelFindings();
        frame(document, findings);
        credentials(document, findings);
        return findings.list();
    }

    /** The same without what concerns the credentials in it. */
    static List<Refusal> frame(JsonObject document) {
        var findings = new ModelFindings();
        frame(document, findings);
        return findings.list();
    }

    private static void frame(JsonObject document, ModelFindings findings) {
        findings.contexts(document);
        findings.identifier(document, "id");
        findings.types(document, "VerifiablePresentation");
        holder(document, findings);
        findings.typed(document, "termsOfUse", false);
        findings.typed(document, "proof", false);
    }

    private static void credentials(JsonObject document, ModelFindings findings) {
        var credentials = Members.items(document, "verifiableCredential").toList();
        for (int i = 0; i < credentials.size(); i++) {
            var place = "verifiableCredential[" + i + "]";
            if (credentials.get(i) instanceof JsonObject credential) {
                findings.addAll(
                        Envelope.isClaimedBy(credential)
                                ? Envelope.findings(credential)
                                : CredentialModel.findings(credential),
                        place);
            } else {
                findings.report("format.credential-not-object", place);
            }
        }
    }

    private static void holder(JsonObject document, ModelFindings findings) {
        if (!document.containsKey("holder")) {
            return;
        }
        switch (document.getOrDefault("holder", JsonValue.NULL)) {
            case JsonString id when ModelFindings.isUrl(id.getString()) -> {}
            case JsonObject holder when ModelFindings.isIdentified(holder) ->
                    findings.wording(holder, "holder.");
            default -> findings.report("format.holder-malformed", "holder");
        }
    }
}
