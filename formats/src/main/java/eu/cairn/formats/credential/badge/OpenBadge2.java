package eu.cairn.formats.credential.badge;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An assertion of Open Badges 2.0 (IMS Global, 2018), which is read and never written: Assertion,
 * BadgeClass and Issuer become credential, achievement and profile. What it refers to by address
 * only is not there.
 */
public final class OpenBadge2 {

    private static final String CONTEXT = "https://w3id.org/openbadges/v2";
    private static final String FAMILY = "/openbadges/";
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"]+");

    /** What belongs to badges and is no award. */
    private static final Set<String> PARTS =
            Set.of(
                    "BadgeClass",
                    "Issuer",
                    "Profile",
                    "Endorsement",
                    "CryptographicKey",
                    "RevocationList",
                    "Criteria",
                    "Image");

    private OpenBadge2() {}

    /** Whether {@code document} gives itself out as something of Open Badges 1 or 2. */
    public static boolean claims(JsonObject document) {
        var types = Members.texts(document, "type");
        return Members.texts(document, "@context").stream()
                        .anyMatch(address -> address.contains(FAMILY))
                || (types.contains("Assertion") && document.containsKey("badge"))
                || (types.contains("BadgeClass") && document.containsKey("criteria"));
    }

    /** Whether {@code document} describes a badge, its issuer or a key, and awards nothing. */
    public static boolean isPart(JsonObject document) {
        return Members.texts(document, "type").stream().anyMatch(PARTS::contains);
    }

    /** Everything in which {@code assertion} departs from the data model; empty if nothing does. */
    public static List<Refusal> findings(JsonObject assertion) {
        var findings = new ArrayList<Refusal>();
        if (!Members.texts(assertion, "@context").contains(CONTEXT)) {
            report(findings, "format.context-missing", "@context");
        }
        if (!Members.texts(assertion, "type").contains("Assertion")) {
            report(findings, "format.type-wrong", "type");
        }
        if (!assertion.containsKey("id")) {
            report(findings, "format.member-missing", "id");
        } else if (Members.text(assertion, "id").filter(OpenBadge2::isUri).isEmpty()) {
            report(findings, "format.identifier-malformed", "id");
        }
        if (Members.id(assertion, "badge").filter(OpenBadge2::isUri).isEmpty()) {
            report(findings, "format.member-missing", "badge");
        }
        recipient(assertion, findings);
        if (verification(assertion).isEmpty()) {
            report(findings, "format.member-missing", "verification");
        }
        if (Members.id(assertion, "image").filter(image -> image.startsWith("data:")).isPresent()) {
            report(findings, "format.value-wrong", "image");
        }
        period(assertion, findings);
        return List.copyOf(findings);
    }

    private static void report(List<Refusal> findings, String code, String place) {
        findings.add(Refusal.of(code, place, place));
    }

    private static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    private static void recipient(JsonObject assertion, List<Refusal> findings) {
        var recipient = Members.object(assertion, "recipient");
        if (recipient.isEmpty()) {
            report(findings, "format.member-missing", "recipient");
            return;
        }
        for (var name : List.of("type", "identity", "hashed")) {
            if (!recipient.get().containsKey(name)) {
                report(findings, "format.member-missing", "recipient." + name);
            }
        }
    }

    private static void period(JsonObject assertion, List<Refusal> findings) {
        if (!assertion.containsKey("issuedOn")) {
            report(findings, "format.member-missing", "issuedOn");
        }
        for (var name : List.of("issuedOn", "expires")) {
            if (assertion.containsKey(name) && moment(assertion, name).isEmpty()) {
                report(findings, "format.date-malformed", name);
            }
        }
        var from = moment(assertion, "issuedOn");
        var until = moment(assertion, "expires");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            report(findings, "format.period-inverted", "expires");
        }
    }

    private static Optional<Instant> moment(JsonObject object, String name) {
        return Members.text(object, name).flatMap(Members::instant);
    }

    private static Optional<JsonObject> verification(JsonObject assertion) {
        return Members.object(assertion, "verification")
                .or(() -> Members.object(assertion, "verify"))
                .filter(of -> !Members.texts(of, "type").isEmpty());
    }

    /** Whether the assertion is to be believed for its signature, not for where it is hosted. */
    public static boolean isSigned(JsonObject assertion) {
        return verification(assertion)
                .filter(
                        of ->
                                Members.texts(of, "type").stream()
                                        .anyMatch(
                                                type ->
                                                        type.equalsIgnoreCase("signed")
                                                                || type.equals("SignedBadge")))
                .isPresent();
    }

    /** The name of the key that signed it. */
    public static Optional<String> creator(JsonObject assertion) {
        return verification(assertion).flatMap(of -> Members.id(of, "creator"));
    }

    /** The description of the badge, if it stands in the assertion. */
    public static Optional<JsonObject> badgeClass(JsonObject assertion) {
        return Members.object(assertion, "badge").filter(badge -> badge.containsKey("name"));
    }

    /** What the assertion says, where the description of the badge stands in it. */
    public static Decided<MicroCredential> read(JsonObject assertion) {
        return OpenBadge.read(asCredential(assertion));
    }

    /**
     * The assertion in the members of Open Badges 3.0, without a proof; whether it was revoked is
     * never known from it.
     */
    public static JsonObject asCredential(JsonObject assertion) {
        var badge = badgeClass(assertion).orElse(JsonValue.EMPTY_JSON_OBJECT);
        var achievement = JSON.createObjectBuilder();
        copy(badge, "id", achievement, "id");
        copy(badge, "name", achievement, "name");
        copy(badge, "description", achievement, "description");
        copy(badge, "@language", achievement, "inLanguage");
        achievement.add("alignment", alignments(badge));
        var credential =
                JSON.createObjectBuilder()
                        .add("type", JSON.createArrayBuilder().add("OpenBadgeCredential"))
                        .add("issuer", issuer(badge))
                        .add(
                                "credentialStatus",
                                JSON.createObjectBuilder().add("type", "Assertion"))
                        .add(
                                "credentialSubject",
                                JSON.createObjectBuilder().add("achievement", achievement));
        copy(assertion, "id", credential, "id");
        copy(assertion, "issuedOn", credential, "validFrom");
        copy(assertion, "issuedOn", credential, "awardedDate");
        copy(assertion, "expires", credential, "validUntil");
        return credential.build();
    }

    private static JsonObject issuer(JsonObject badge) {
        var issuer = JSON.createObjectBuilder();
        Members.id(badge, "issuer").ifPresent(id -> issuer.add("id", id));
        Members.object(badge, "issuer")
                .ifPresent(
                        profile -> {
                            copy(profile, "name", issuer, "name");
                            copy(profile, "url", issuer, "url");
                        });
        return issuer.build();
    }

    private static JsonArrayBuilder alignments(JsonObject badge) {
        var alignments = JSON.createArrayBuilder();
        for (var alignment : Members.objects(badge, "alignment")) {
            var copied = JSON.createObjectBuilder();
            for (var name :
                    List.of(
                            "targetName",
                            "targetUrl",
                            "targetCode",
                            "targetFramework",
                            "targetDescription")) {
                copy(alignment, name, copied, name);
            }
            alignments.add(copied);
        }
        return alignments;
    }

    private static void copy(JsonObject from, String name, JsonObjectBuilder to, String as) {
        if (from.get(name) instanceof JsonString text) {
            to.add(as, text);
        }
    }
}
