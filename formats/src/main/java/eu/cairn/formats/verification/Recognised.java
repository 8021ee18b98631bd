package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** What the bytes of a stranger are, told by their content alone. */
sealed interface Recognised {

    /** A verifiable credential, data model 2.0, in JSON. */
    record Credential(JsonObject document) implements Recognised {}

    /** A European Digital Credential, sealed or not, or another JSON Web Signature in JSON. */
    record European(JsonObject document) implements Recognised {}

    /** A compact JSON Web Signature. */
    record Jwt(String token) implements Recognised {}

    /** A format that is known by name and not read here. */
    record NotSupported(String format) implements Recognised {}

    /** A text that claims to be a credential and cannot be one. */
    record Malformed(Refusal reason) implements Recognised {}

    /** A document beyond the bounds within which documents are read. */
    record OutOfBounds(Refusal reason) implements Recognised {}

    /** Nothing that is known. */
    record Unknown() implements Recognised {}

    Set<String> BOUNDS = Set.of("format.too-large", "format.too-deep", "format.number-too-long");

    /** A token begins with an encoded brace. */
    Pattern COMPACT = Pattern.compile("e[yw][A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");

    Pattern SELECTIVE = Pattern.compile("e[yw][A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+~.*");
    int HEAD = 4096;

    static Recognised of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var start = head.stripLeading();
        if (start.startsWith("{")) {
            return json(bytes);
        }
        if (start.startsWith("%PDF-")) {
            return new NotSupported("PDF");
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return new NotSupported("PNG");
        }
        if (start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) {
            return new NotSupported(xml(start));
        }
        return bytes.length > StrictJson.MAX_BYTES
                ? new OutOfBounds(Refusal.of("format.too-large", "", bytes.length))
                : token(new String(bytes, StandardCharsets.ISO_8859_1).strip());
    }

    private static Recognised token(String text) {
        if (COMPACT.matcher(text).matches()) {
            return new Jwt(text);
        }
        return SELECTIVE.matcher(text).matches() ? new NotSupported("SD-JWT") : new Unknown();
    }

    private static String xml(String start) {
        if (start.contains("elmo-schemas")) {
            return "ELMO";
        }
        return start.contains("<svg") ? "SVG" : "XML";
    }

    private static Recognised json(byte[] bytes) {
        return switch (StrictJson.parse(bytes)) {
            case Decided.Accepted<JsonObject>(var document) -> document(document);
            case Decided.Refused<JsonObject> refused -> {
                var reason = refused.reasons().getFirst();
                if (BOUNDS.contains(reason.code())) {
                    yield new OutOfBounds(reason);
                }
                yield claimsToBeACredential(bytes) ? new Malformed(reason) : new Unknown();
            }
        };
    }

    private static boolean claimsToBeACredential(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("VerifiableCredential") || text.contains(Contexts.CREDENTIALS_V2);
    }

    private static Recognised document(JsonObject document) {
        var types = Members.texts(document, "type");
        var contexts = Members.texts(document, "@context");
        if (EuropeanCredential.claims(document)) {
            return new European(document);
        }
        if (contexts.stream().anyMatch(address -> address.contains("/openbadges/v"))) {
            return new NotSupported("Open Badges 2.0");
        }
        if (types.contains("VerifiablePresentation")) {
            return new NotSupported("verifiable presentation");
        }
        if (types.contains("EnvelopedVerifiableCredential")) {
            return new NotSupported("enveloped credential");
        }
        if (types.contains("ClrCredential")) {
            return new NotSupported("Comprehensive Learner Record 2.0");
        }
        if (contexts.contains(Contexts.CREDENTIALS_V1)
                && !contexts.contains(Contexts.CREDENTIALS_V2)) {
            return new NotSupported("verifiable credential, data model 1.1");
        }
        return types.contains("VerifiableCredential")
                        || contexts.contains(Contexts.CREDENTIALS_V2)
                        || document.containsKey("credentialSubject")
                ? new Credential(document)
                : new Unknown();
    }
}
