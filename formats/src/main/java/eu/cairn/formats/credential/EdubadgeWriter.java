package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.credential.badge.BadgePicture;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes one micro-credential in the Edubadges profile: as Open Badges 3.0 without the terms of
 * Cairn's context, of which one has the name of a term of the profile, and with those of the
 * profile instead.
 */
final class EdubadgeWriter {

    private static final Set<String> OWN_TERMS =
            ContextTable.named("cairn-v1").rows().stream()
                    .filter(
                            row ->
                                    row.iri().startsWith(Contexts.CAIRN)
                                            || row.term().equals(StatusList.SUSPENSION_STATUS))
                    .map(ContextTable.Row::term)
                    .collect(Collectors.toUnmodifiableSet());

    /** Languages as Open Badges writes them (data model, LanguageCode). */
    private static final Pattern LANGUAGE =
            Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    private final MicroCredential credential;
    private final JsonObject badge;

    EdubadgeWriter(MicroCredential credential, Publication publication) {
        this.credential = credential;
        this.badge = new OpenBadgeWriter(credential, publication).document();
    }

    JsonObject document() {
        var plain = withoutOwnTerms(badge);
        var contexts = JSON.createArrayBuilder();
        Members.texts(badge, "@context").stream()
                .map(address -> address.equals(Contexts.CAIRN) ? Contexts.EDUBADGES : address)
                .forEach(contexts::add);
        return JSON.createObjectBuilder(plain)
                .add("@context", contexts)
                .add("credentialSubject", subject(plain.getJsonObject("credentialSubject")))
                .build();
    }

    private static JsonObject withoutOwnTerms(JsonObject object) {
        var rest = JSON.createObjectBuilder();
        object.forEach(
                (name, value) -> {
                    if (!OWN_TERMS.contains(name)) {
                        rest.add(name, withoutOwnTerms(value));
                    }
                });
        return rest.build();
    }

    private static JsonValue withoutOwnTerms(JsonValue value) {
        return switch (value) {
            case JsonObject object -> withoutOwnTerms(object);
            case JsonArray array -> {
                var rest = JSON.createArrayBuilder();
                array.forEach(item -> rest.add(withoutOwnTerms(item)));
                yield rest.build();
            }
            case JsonValue other -> other;
        };
    }

    private JsonObject subject(JsonObject plain) {
        var achievement = plain.getJsonObject("achievement");
        var subject = JSON.createObjectBuilder(plain);
        if (credential.grade().isEmpty()) {
            subject.add("result", list(completed(achievement)));
        }
        return subject.add("achievement", achievement(achievement)).build();
    }

    /** The profile demands a result; where there is no grade, it is that the learner completed. */
    private static JsonObjectBuilder completed(JsonObject achievement) {
        return JSON.createObjectBuilder()
                .add("type", types("Result"))
                .add("resultDescription", resultId(achievement))
                .add("status", "Completed");
    }

    private static String resultId(JsonObject achievement) {
        return OpenBadgeWriter.resultId(achievement.getString("id"));
    }

    private JsonObject achievement(JsonObject plain) {
        var achievement =
                JSON.createObjectBuilder(plain)
                        .add("type", types("Achievement", Edubadge.TYPE))
                        .add("inLanguage", language(credential))
                        .add("image", image())
                        .add("alignment", alignments(plain.getJsonArray("alignment")))
                        .add("resultDescription", list(scale(plain)))
                        .add(Edubadge.ECTS, Edubadge.credits(credential).orElseThrow().toDecimal())
                        .add(Edubadge.ASSESSMENT, Edubadge.assessment(credential).orElseThrow())
                        .add(Edubadge.SUPERVISION, Edubadge.supervision(credential).orElseThrow())
                        .add(Edubadge.IDENTITY, Edubadge.isIdentityChecked(credential));
        Edubadge.time(credential).ifPresent(hours -> achievement.add(Edubadge.TIME, hours));
        credential
                .participation()
                .map(Edubadge::participation)
                .ifPresent(word -> achievement.add(Edubadge.PARTICIPATION, word));
        return achievement.build();
    }

    /** The language of title and description; of a tag that Open Badges cannot write, its first. */
    static String language(MicroCredential credential) {
        var tag = credential.title().authoritativeLanguage().tag();
        return LANGUAGE.matcher(tag).matches() ? tag : tag.split("-", 2)[0];
    }

    private JsonObjectBuilder image() {
        var drawing = BadgePicture.svg(credential).getBytes(StandardCharsets.UTF_8);
        return JSON.createObjectBuilder()
                .add(
                        "id",
                        "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(drawing))
                .add("type", "Image");
    }

    private JsonArray alignments(JsonArray plain) {
        var alignments = JSON.createArrayBuilder(plain);
        for (var quality : credential.qualityAssurance()) {
            alignments.add(alignment(quality));
        }
        return alignments.build();
    }

    private static JsonObjectBuilder alignment(QualityAssurance quality) {
        var decision = quality.decision();
        var alignment =
                JSON.createObjectBuilder()
                        .add("type", types("Alignment"))
                        .add("targetType", Edubadge.QUALITY)
                        .add("targetName", quality.decidedBy())
                        .add(
                                "targetUrl",
                                decision.filter(Iri::isAbsolute)
                                        .orElse(Contexts.CAIRN + "#quality-assurance"));
        decision.ifPresent(reference -> alignment.add("targetCode", reference));
        quality.standards().ifPresent(text -> alignment.add("targetDescription", text));
        return alignment;
    }

    private JsonObjectBuilder scale(JsonObject achievement) {
        return JSON.createObjectBuilder()
                .add("id", resultId(achievement))
                .add("type", types("ResultDescription"))
                .add("name", credential.grade().map(Grade::scale).orElse("Completion"))
                .add("resultType", credential.grade().isPresent() ? "Result" : "Status");
    }

    private static JsonArray list(JsonObjectBuilder only) {
        return JSON.createArrayBuilder().add(only).build();
    }

    private static JsonArray types(String... names) {
        return JSON.createArrayBuilder(List.of(names)).build();
    }
}
