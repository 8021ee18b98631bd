package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import eu.cairn.formats.credential.badge.CertificateFile;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.formats.credential.badge.OpenBadge2;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elmo.ElmoXml;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;

/** What the bytes of a stranger are, told by their content alone. */
sealed interface Recognised {

    /** A verifiable credential in JSON: data model 2.0, or an Open Badge in 1.1. */
    record Credential(JsonObject document) implements Recognised {}

    /** Results in ELMO. */
    record Results(Document xml) implements Recognised {}

    /** Something of Open Badges 2.0, unsigned. */
    record OfOpenBadges2(JsonObject document) implements Recognised {}

    /** A Comprehensive Learner Record 2.0, which holds credentials. */
    record OfSeveral(JsonObject document) implements Recognised {}

    /** A presentation, which holds credentials, with its seal inside or without one. */
    record OfPresentation(JsonObject document) implements Recognised {}

    /** A European Digital Credential, sealed or not, or another JSON Web Signature in JSON. */
    record European(JsonObject document) implements Recognised {}

    /** A compact JSON Web Signature. */
    record Jwt(String token) implements Recognised {}

    /** A compact token with what its holder discloses of it. */
    record Selective(String token) implements Recognised {}

    /**
     * A picture or PDF that carries a credential.
     *
     * @param carrier the format of what carries it
     * @param inside what is in it, never another carrier
     */
    record Carried(String carrier, Recognised inside) implements Recognised {}

    /** A format that is known by name and not read here. */
    record NotSupported(String format) implements Recognised {}

    /** A text that claims to be a credential and cannot be one. */
    record Malformed(Refusal reason) implements Recognised {}

    /** A document beyond the bounds within which documents are read. */
    record OutOfBounds(Refusal reason) implements Recognised {}

    /** Nothing that is known. */
    record Unknown() implements Recognised {}

    Set<String> BOUNDS =
            Set.of(
                    "format.too-large",
                    "format.too-deep",
                    "format.number-too-long",
                    "format.name-too-long",
                    "format.too-many-disclosures",
                    "format.too-many-elements",
                    "format.document-type");

    /** A token begins with an encoded brace. */
    Pattern COMPACT = Pattern.compile("e[yw][A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");

    Pattern SELECTIVE = Pattern.compile("e[yw][A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+~.*");

    /** A byte order mark in UTF-8, each byte as a character. */
    String MARK = "\u00ef\u00bb\u00bf";

    /** A web page begins so, after whatever may stand before the first element. */
    Pattern WEB_PAGE =
            Pattern.compile(
                    "(?s)(?:"
                            + MARK
                            + ")?+\\s*+(?:<\\?xml[^>]*+>\\s*+)?+(?:<!--.*?-->\\s*+)*+"
                            + "<(?:!doctype\\s++html|html|head|body)\\b.*+",
                    Pattern.CASE_INSENSITIVE);

    int HEAD = 4096;

    static Recognised of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var start = head.stripLeading();
        if (unmarked(start).startsWith("{")) {
            return json(bytes);
        }
        if (start.startsWith("%PDF-")) {
            return carried("PDF", CertificateFile.read(bytes));
        }
        if (BakedPng.isPng(bytes)) {
            return carried("PNG", BakedPng.read(bytes));
        }
        if (WEB_PAGE.matcher(start).matches()) {
            return new OutOfBounds(Refusal.of("format.web-page", ""));
        }
        if (start.startsWith("<") || start.startsWith(MARK + "<")) {
            if (start.contains("elmo-schemas")) {
                return elmo(bytes);
            }
            return start.contains("<svg")
                    ? carried("SVG", BakedSvg.read(bytes))
                    : new NotSupported("XML");
        }
        return bytes.length > StrictJson.MAX_BYTES
                ? new OutOfBounds(StrictJson.TOO_LARGE)
                : token(unmarked(new String(bytes, StandardCharsets.ISO_8859_1).strip()));
    }

    /**
     * A text without the byte order mark that some editors put at its beginning (RFC 8259, section
     * 8.1); nothing is signed that has one.
     */
    private static String unmarked(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()).stripLeading() : text;
    }

    /** Whether {@code text} looks like a signed token. */
    static boolean isToken(String text) {
        return !(token(text) instanceof Unknown);
    }

    private static Recognised token(String text) {
        if (COMPACT.matcher(text).matches()) {
            return new Jwt(text);
        }
        return SELECTIVE.matcher(text).matches() ? new Selective(text) : new Unknown();
    }

    /** Only text is looked for inside: a carrier in a carrier is nothing that is known. */
    private static Recognised carried(String carrier, Decided<byte[]> found) {
        return switch (found) {
            case Decided.Refused<byte[]> refused -> new OutOfBounds(refused.reasons().getFirst());
            case Decided.Accepted<byte[]>(var content) -> new Carried(carrier, text(content));
        };
    }

    private static Recognised text(byte[] content) {
        var text = unmarked(new String(content, StandardCharsets.ISO_8859_1).strip());
        if (text.startsWith("https://") || text.startsWith("http://")) {
            return new OutOfBounds(Refusal.of("format.address-only", "", text));
        }
        return text.startsWith("{") ? json(content) : token(text);
    }

    private static Recognised elmo(byte[] bytes) {
        return switch (ElmoXml.parse(bytes)) {
            case Decided.Accepted<Document>(var xml) -> new Results(xml);
            case Decided.Refused<Document> refused -> {
                var reason = refused.reasons().getFirst();
                yield BOUNDS.contains(reason.code())
                        ? new OutOfBounds(reason)
                        : new Malformed(reason);
            }
        };
    }

    private static Recognised json(byte[] bytes) {
        return switch (StrictJson.parse(withoutMark(bytes))) {
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

    private static byte[] withoutMark(byte[] bytes) {
        var mark = MARK.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= mark.length
                        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)
                ? Arrays.copyOfRange(bytes, mark.length, bytes.length)
                : bytes;
    }

    private static boolean claimsToBeACredential(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("VerifiableCredential") || text.contains(Contexts.CREDENTIALS_V2);
    }

    private static Recognised enveloped(JsonObject document) {
        return switch (Envelope.token(document)) {
            case Decided.Accepted<String>(var token) -> token(token);
            case Decided.Refused<String> refused -> {
                var reason = refused.reasons().getFirst();
                yield reason.code().equals("format.not-supported")
                        ? new NotSupported(reason.parameters().getFirst())
                        : new Malformed(reason);
            }
        };
    }

    private static Recognised document(JsonObject document) {
        var types = Members.texts(document, "type");
        var contexts = Members.texts(document, "@context");
        if (EuropeanCredential.claims(document)) {
            return new European(document);
        }
        if (OpenBadge2.claims(document)) {
            return new OfOpenBadges2(document);
        }
        if (types.contains(Presentation.TYPE)) {
            return new OfPresentation(document);
        }
        if (Envelope.isClaimedBy(document) || Envelope.isOfPresentation(document)) {
            return enveloped(document);
        }
        if (LearnerRecord.claims(document)) {
            return new OfSeveral(document);
        }
        if (DataModel.of(document) == DataModel.V1_1 && !OpenBadgeModel.claims(document)) {
            return new NotSupported("verifiable credential, data model 1.1");
        }
        return types.contains("VerifiableCredential")
                        || contexts.contains(Contexts.CREDENTIALS_V2)
                        || document.containsKey("credentialSubject")
                ? new Credential(document)
                : new Unknown();
    }
}
