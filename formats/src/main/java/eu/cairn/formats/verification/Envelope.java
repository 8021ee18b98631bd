package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A credential that is secured from outside and lies, as a {@code data:} address, in an object that
 * stands for it (W3C Verifiable Credentials Data Model 2.0, section 4.13.1).
 */
final class Envelope {

    static final String TYPE = "EnvelopedVerifiableCredential";

    private static final Pattern DATA =
            Pattern.compile("data:([A-Za-z0-9.+/-]+)(?:;[A-Za-z0-9=.+-]+)*+,(.+)");
    private static final String PRESENTATION = "EnvelopedVerifiablePresentation";
    private static final Pattern PRESENTED = Pattern.compile("application/vp\\+jwt");
    private static final Pattern TOKEN =
            Pattern.compile("application/(vc\\+jwt|vc-ld\\+jwt|vc\\+ld\\+jwt|jwt)");

    private Envelope() {}

    static boolean isClaimedBy(JsonObject document) {
        return Members.texts(document, "type").contains(TYPE);
    }

    /** Whether it is one of a presentation (4.13.2). */
    static boolean isOfPresentation(JsonObject document) {
        return Members.texts(document, "type").contains(PRESENTATION);
    }

    /** Everything in which {@code document} is no envelope. */
    static List<Refusal> findings(JsonObject document) {
        return findings(document, address(document));
    }

    private static List<Refusal> findings(JsonObject document, Optional<MatchResult> address) {
        var findings = new ModelFindings();
        findings.contexts(document);
        if (address.isEmpty()) {
            findings.report("format.envelope-malformed", "id");
        }
        return findings.list();
    }

    private static Optional<MatchResult> address(JsonObject document) {
        if (!(document.get("id") instanceof JsonString id)) {
            return Optional.empty();
        }
        var address = DATA.matcher(id.getString());
        return address.matches() ? Optional.of(address) : Optional.empty();
    }

    /** The signed token in the envelope. */
    static Decided<String> token(JsonObject document) {
        var address = address(document);
        var findings = findings(document, address);
        if (!findings.isEmpty()) {
            return Decided.refused(findings);
        }
        var type = address.orElseThrow().group(1);
        var admitted = isOfPresentation(document) ? PRESENTED : TOKEN;
        return admitted.matcher(type).matches()
                ? Decided.accepted(address.orElseThrow().group(2))
                : Decided.refused(Refusal.of("format.not-supported", "id", type));
    }
}
