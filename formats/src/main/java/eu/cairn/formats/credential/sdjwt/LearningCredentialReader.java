package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Iri;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.sdjwt.ExactClaim.Place;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads claims of the wallet's type, ours or another's, whichever of them are disclosed: exact
 * claims where they stand, else what the claims of the type say beyond doubt.
 */
final class LearningCredentialReader {

    private static final String RESULT = "#result";

    private final JsonObject claims;

    LearningCredentialReader(JsonObject claims) {
        this.claims = claims;
    }

    Decided<MicroCredential> credential() {
        if (!text(LearningClaim.TYPE).equals(Optional.of(LearningCredential.TYPE))) {
            return Decided.refused(Refusal.of("format.no-achievement", "vct"));
        }
        for (var claim : List.of(LearningClaim.IDENTIFIER, LearningClaim.ISSUER)) {
            if (text(claim).isEmpty()) {
                return Decided.refused(
                        Refusal.of("format.member-missing", claim.code(), claim.code()));
            }
        }
        return OpenBadge.read(badge());
    }

    /** The same as an Open Badges credential, whose reader knows the exact claims. */
    private JsonObject badge() {
        var badge =
                JSON.createObjectBuilder()
                        .add("@context", Contexts.CAIRN)
                        .add("id", identifier())
                        .add("issuer", issuer());
        issued().ifPresent(moment -> badge.add("validFrom", moment.toString()));
        put(badge, "awardedDate", text(LearningClaim.DATE_OF_ISSUANCE));
        put(badge, "validUntil", text(LearningClaim.DATE_OF_EXPIRY));
        addExact(badge, Place.CREDENTIAL);
        return badge.add("credentialSubject", subject()).build();
    }

    /** Where the identifier is no address, it is made one within the issuer's. */
    private String identifier() {
        var id = text(LearningClaim.IDENTIFIER).orElseThrow();
        return Iri.isAbsolute(id)
                ? id
                : text(LearningClaim.ISSUER).orElseThrow()
                        + "#"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private Optional<Instant> issued() {
        if (!(claims.get(LearningClaim.ISSUED.code()) instanceof JsonNumber seconds)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private JsonObjectBuilder issuer() {
        var issuer = JSON.createObjectBuilder();
        put(issuer, "id", text(LearningClaim.ISSUER));
        put(issuer, "name", text(LearningClaim.AUTHORITY));
        text(LearningClaim.COUNTRY)
                .ifPresent(
                        country ->
                                issuer.add(
                                        "address",
                                        JSON.createObjectBuilder()
                                                .add("addressCountryCode", country)));
        addExact(issuer, Place.ISSUER);
        return issuer;
    }

    private JsonObjectBuilder subject() {
        var subject = JSON.createObjectBuilder();
        var identities = JSON.createArrayBuilder();
        var family = text(LearningClaim.FAMILY_NAME);
        var given = text(LearningClaim.GIVEN_NAME);
        var full =
                Members.text(claims, LearningCredential.FULL_NAME).or(() -> joined(given, family));
        full.ifPresent(name -> identities.add(identity("name", name)));
        text(LearningClaim.LEARNER_IDENTIFICATION)
                .ifPresent(id -> identities.add(identity("identifier", id)));
        subject.add("identifier", identities);
        put(subject, "learnerGivenName", given);
        put(
                subject,
                "learnerFamilyName",
                family.filter(name -> given.isPresent() || !full.equals(Optional.of(name))));
        addExact(subject, Place.SUBJECT);
        text(LearningClaim.GRADE)
                .ifPresent(
                        grade ->
                                subject.add(
                                        "result",
                                        JSON.createObjectBuilder()
                                                .add("resultDescription", RESULT)
                                                .add("value", grade)));
        return subject.add("achievement", achievement());
    }

    /** The name that other software makes of its parts. */
    static Optional<String> joined(Optional<String> given, Optional<String> family) {
        return family.map(name -> given.map(first -> first + " " + name).orElse(name));
    }

    private static JsonObjectBuilder identity(String type, String value) {
        return JSON.createObjectBuilder()
                .add("hashed", false)
                .add("identityHash", value)
                .add("identityType", type);
    }

    private JsonObjectBuilder achievement() {
        var achievement = JSON.createObjectBuilder();
        put(achievement, "name", text(LearningClaim.TITLE));
        put(achievement, "furtherInformation", text(LearningClaim.DESCRIPTION));
        put(achievement, "prerequisites", only(texts(LearningClaim.PREREQUISITES)));
        put(
                achievement,
                "languageOfInstruction",
                only(texts(LearningClaim.LANGUAGES))
                        .filter(tag -> !tag.equals(LearningCredential.UNDETERMINED)));
        var time = text(LearningClaim.STUDY_TIME);
        put(achievement, "ectsCredits", time.flatMap(StudyTime::credits).map(Object::toString));
        put(achievement, "notionalHours", time.flatMap(StudyTime::hours).map(Object::toString));
        achievement.add("learningOutcome", outcomes());
        achievement.add("qualityAssurance", qualityAssurance());
        addExact(achievement, Place.ACHIEVEMENT);
        achievement.add("alignment", alignments());
        var result = JSON.createObjectBuilder().add("id", RESULT);
        addExact(result, Place.RESULT);
        return achievement.add("resultDescription", result);
    }

    private JsonArray outcomes() {
        var outcomes = JSON.createArrayBuilder();
        for (var text : texts(LearningClaim.OUTCOMES)) {
            outcomes.add(
                    JSON.createObjectBuilder()
                            .add(
                                    "outcomeText",
                                    JSON.createObjectBuilder()
                                            .add("languageTag", LearningCredential.UNDETERMINED)
                                            .add("wording", text)));
        }
        return outcomes.build();
    }

    private JsonArray qualityAssurance() {
        var quality = JSON.createArrayBuilder();
        for (var text : texts(LearningClaim.QUALITY_ASSURANCE)) {
            var words = text.toLowerCase(Locale.ROOT);
            for (var kind : List.of("internal", "external")) {
                if (words.startsWith(kind)) {
                    quality.add(JSON.createObjectBuilder().add("qualityAssuranceKind", kind));
                }
            }
        }
        return quality.build();
    }

    private JsonArray alignments() {
        var alignments = JSON.createArrayBuilder();
        Members.items(claims, ExactClaim.ALIGNMENTS.code()).forEach(alignments::add);
        level().ifPresent(
                        level ->
                                alignments.add(
                                        JSON.createObjectBuilder()
                                                .add("targetType", "ext:EQF")
                                                .add("targetUrl", level.uri())));
        return alignments.build();
    }

    /** The level is a number where the reference issuer writes it, a text where others do. */
    private Optional<EqfLevel> level() {
        var written =
                switch (claims.getOrDefault(LearningClaim.LEVEL.code(), JsonValue.NULL)) {
                    case JsonNumber number -> number.toString();
                    case JsonString text -> text.getString();
                    case JsonValue other -> "";
                };
        return written.matches("[1-8]")
                ? Optional.of(new EqfLevel(Integer.parseInt(written)))
                : Optional.empty();
    }

    private void addExact(JsonObjectBuilder part, Place place) {
        for (var claim : ExactClaim.of(place)) {
            var value = claims.get(claim.code());
            if (value != null) {
                part.add(claim.member(), value);
            }
        }
    }

    private static <T> Optional<T> only(List<T> values) {
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private Optional<String> text(LearningClaim claim) {
        return Members.text(claims, claim.code());
    }

    private List<String> texts(LearningClaim claim) {
        return Members.texts(claims, claim.code());
    }

    private static void put(JsonObjectBuilder object, String name, Optional<String> value) {
        value.ifPresent(text -> object.add(name, text));
    }
}
