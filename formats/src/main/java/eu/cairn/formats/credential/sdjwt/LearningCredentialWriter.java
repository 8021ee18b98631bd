package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Learner;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.sdjwt.ExactClaim.Place;
import eu.cairn.framework.Decided;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one micro-credential as claims of the wallet's type, and exactly beside them. */
final class LearningCredentialWriter {

    /** What a wallet holds of a credential without an end is to be issued anew after this time. */
    private static final Period LIFE = Period.ofYears(10);

    /** Alignments that claims of the type state already. */
    private static final Set<String> STATED = Set.of("ext:EQF", "ext:LearningOutcome");

    private final MicroCredential credential;
    private final Publication publication;
    private final Map<LearningClaim, JsonValue> claims = new EnumMap<>(LearningClaim.class);

    LearningCredentialWriter(MicroCredential credential, Publication publication) {
        var lacking = LearningCredential.lacking(credential);
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the type demands " + lacking);
        }
        this.credential = credential;
        this.publication = publication;
    }

    JsonObject document() {
        var exact = exact(); // refuses first what no credential of ours may lack
        addOrigin();
        addLearner(credential.learner().orElseThrow());
        addAchievement();
        var document = JSON.createObjectBuilder();
        claims.forEach((claim, value) -> document.add(claim.code(), value));
        publication.status().ifPresent(entry -> document.add("status", status(entry)));
        return document.addAll(exact).build();
    }

    private static JsonObjectBuilder status(Publication.StatusEntry entry) {
        return JSON.createObjectBuilder()
                .add(
                        "status_list",
                        JSON.createObjectBuilder()
                                .add("idx", entry.index())
                                .add("uri", entry.list()));
    }

    private void addOrigin() {
        var body = credential.awardingBody();
        var issued = credential.issuedAt();
        var ends =
                credential
                        .expiresOn()
                        .map(last -> last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                        .orElse(issued.atOffset(ZoneOffset.UTC).plus(LIFE).toInstant());
        put(LearningClaim.IDENTIFIER, credential.id());
        put(LearningClaim.ISSUED, JSON.createValue(issued.getEpochSecond()));
        put(LearningClaim.EXPIRES, JSON.createValue(ends.getEpochSecond()));
        put(LearningClaim.TYPE, LearningCredential.TYPE);
        put(LearningClaim.ISSUER, body.id());
        put(LearningClaim.AUTHORITY, body.legalName());
        put(LearningClaim.COUNTRY, body.country().map(country -> country.alpha2()));
        put(LearningClaim.DATE_OF_ISSUANCE, credential.awardedOn().orElse(day(issued)).toString());
        put(LearningClaim.DATE_OF_EXPIRY, credential.expiresOn().map(LocalDate::toString));
    }

    static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void addLearner(Learner learner) {
        put(
                LearningClaim.FAMILY_NAME,
                learner.familyName().or(() -> LearningCredential.undivided(learner)));
        put(LearningClaim.GIVEN_NAME, learner.givenName());
        put(LearningClaim.LEARNER_IDENTIFICATION, learner.identifier());
    }

    private void addAchievement() {
        put(LearningClaim.TITLE, credential.title().authoritative());
        put(LearningClaim.DESCRIPTION, credential.description());
        put(
                LearningClaim.OUTCOMES,
                texts(credential.outcomes().stream().map(o -> o.text().authoritative()).toList()));
        put(LearningClaim.GRADE, credential.grade().map(grade -> grade.value()));
        put(
                LearningClaim.LANGUAGES,
                texts(
                        Set.of(
                                credential
                                        .languageOfInstruction()
                                        .map(language -> language.tag())
                                        .orElse(LearningCredential.UNDETERMINED))));
        put(LearningClaim.STUDY_TIME, credential.workload().map(StudyTime::of));
        put(
                LearningClaim.LEVEL,
                JSON.createValue(credential.level().flatMap(Level::eqf).orElseThrow().level()));
        put(
                LearningClaim.QUALITY_ASSURANCE,
                texts(
                        credential.qualityAssurance().stream()
                                .map(quality -> evaluation(quality.kind()))
                                .distinct()
                                .toList()));
        credential
                .prerequisites()
                .ifPresent(text -> put(LearningClaim.PREREQUISITES, texts(Set.of(text))));
        credential
                .stackability()
                .ifPresent(
                        stackability ->
                                put(
                                        LearningClaim.STACKABILITY,
                                        isStackable(stackability)
                                                ? JsonValue.TRUE
                                                : JsonValue.FALSE));
    }

    /** As the metadata of the type gives them as examples. */
    private static String evaluation(QualityAssurance.Kind kind) {
        return switch (kind) {
            case INTERNAL -> "Internal Evaluation";
            case EXTERNAL -> "External Evaluation";
        };
    }

    private static boolean isStackable(Stackability stackability) {
        return stackability.status() != FormalStatus.STAND_ALONE
                || !stackability.partOf().isEmpty();
    }

    private void put(LearningClaim claim, JsonValue value) {
        claims.put(claim, value);
    }

    private void put(LearningClaim claim, String value) {
        put(claim, JSON.createValue(value));
    }

    private void put(LearningClaim claim, Optional<String> value) {
        value.ifPresent(text -> put(claim, text));
    }

    private static JsonArray texts(Collection<String> values) {
        return JSON.createArrayBuilder(values).build();
    }

    private JsonObjectBuilder exact() {
        var parts = new BadgeParts(badge());
        var exact = JSON.createObjectBuilder();
        credential
                .learner()
                .ifPresent(learner -> exact.add(LearningCredential.FULL_NAME, learner.fullName()));
        for (var place : Place.values()) {
            var part = parts.part(place);
            for (var claim : ExactClaim.of(place)) {
                var value = part.get(claim.member());
                if (value != null && !isStatedOtherwise(claim)) {
                    exact.add(
                            claim.code(), claim == ExactClaim.ALIGNMENTS ? unstated(part) : value);
                }
            }
        }
        return exact;
    }

    private boolean isStatedOtherwise(ExactClaim claim) {
        return switch (claim) {
            case COURSE -> credential.course().isEmpty();
            case VALID_FROM ->
                    credential
                            .issuedAt()
                            .equals(credential.issuedAt().truncatedTo(ChronoUnit.SECONDS));
            case LEARNER_FAMILY_NAME ->
                    credential.learner().flatMap(LearningCredential::undivided).isEmpty();
            default -> false;
        };
    }

    private static JsonArray unstated(JsonObject achievement) {
        var alignments = JSON.createArrayBuilder();
        Members.objects(achievement, ExactClaim.ALIGNMENTS.member()).stream()
                .filter(a -> !STATED.contains(Members.text(a, "targetType").orElse("")))
                .forEach(alignments::add);
        return alignments.build();
    }

    private JsonObject badge() {
        var shown =
                new Publication(
                        publication.shortCode(),
                        publication.verificationPage(),
                        Optional.empty(),
                        Optional.empty());
        return switch (StrictJson.parse(OpenBadge.write(credential, shown))) {
            case Decided.Accepted<JsonObject>(var badge) -> badge;
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }
}
