package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Writes one micro-credential as Open Badges 3.0; lists wherever the strict schema wants them.
 *
 * <p>What stands in a list of Cairn's own terms has an identifier. The cells of a list are nodes
 * without a name, and those that point at nodes without a name look all alike to canonicalisation
 * (RDFC-1.0, 4.5), which then tries their orders; other implementations give up on that.
 */
final class OpenBadgeWriter {

    private final MicroCredential credential;
    private final Publication publication;

    OpenBadgeWriter(MicroCredential credential, Publication publication) {
        if (!credential.missing().isEmpty()) {
            throw new IllegalArgumentException("elements missing: " + credential.missing());
        }
        if (publication.refresh().equals(Optional.of(credential.id()))) {
            throw new IllegalArgumentException("the credential would be its own refresh service");
        }
        this.credential = credential;
        this.publication = publication;
    }

    JsonObject document() {
        var contexts =
                JSON.createArrayBuilder().add(Contexts.CREDENTIALS_V2).add(Contexts.OPEN_BADGES);
        publication.refresh().ifPresent(r -> contexts.add(Contexts.OPEN_BADGES_EXTENSIONS));
        var document =
                JSON.createObjectBuilder()
                        .add("@context", contexts.add(Contexts.CAIRN))
                        .add("id", absolute(credential.id()))
                        .add("type", array("VerifiableCredential", "OpenBadgeCredential"))
                        .add("name", credential.title().authoritative())
                        .add("issuer", issuer(credential.awardingBody()))
                        .add("validFrom", credential.issuedAt().toString());
        credential.awardedOn().ifPresent(day -> document.add("awardedDate", startOf(day)));
        credential.expiresOn().ifPresent(day -> document.add("validUntil", endOf(day)));
        document.add("credentialSubject", subject());
        addPublication(document);
        return document.build();
    }

    private void addPublication(JsonObjectBuilder document) {
        put(document, "verificationCode", publication.shortCode());
        put(document, "verificationPage", publication.verificationPage());
        publication
                .status()
                .ifPresent(entry -> document.add("credentialStatus", StatusList.entry(entry)));
        publication
                .suspension()
                .ifPresent(
                        entry ->
                                document.add(
                                        StatusList.SUSPENSION_STATUS, StatusList.entry(entry)));
        publication
                .refresh()
                .ifPresent(
                        address ->
                                document.add(
                                        "refreshService",
                                        JSON.createObjectBuilder()
                                                .add("id", absolute(address))
                                                .add("type", "1EdTechCredentialRefresh")));
    }

    private static JsonObject issuer(AwardingBody body) {
        var profile =
                JSON.createObjectBuilder()
                        .add("id", absolute(body.id()))
                        .add("type", array("Profile"))
                        .add("name", body.legalName());
        put(profile, "url", body.url());
        var address = JSON.createObjectBuilder().add("type", array("Address"));
        body.country()
                .ifPresent(
                        country -> {
                            address.add("addressCountryCode", country.alpha2());
                            if (!country.code().equals(country.alpha2())) {
                                address.add("addressRegion", country.code());
                            }
                        });
        put(address, "addressLocality", body.place());
        return profile.add("address", address).build();
    }

    private JsonObject subject() {
        var subject = JSON.createObjectBuilder().add("type", array("AchievementSubject"));
        credential.learner().ifPresent(learner -> addLearner(subject, learner));
        credential
                .workload()
                .flatMap(workload -> workload.credits())
                .ifPresent(credits -> subject.add("creditsEarned", credits.toDecimal()));
        credential.grade().ifPresent(grade -> subject.add("result", result(grade)));
        return subject.add("achievement", achievement()).build();
    }

    private static void addLearner(JsonObjectBuilder subject, Learner learner) {
        var identifiers = JSON.createArrayBuilder().add(identity("name", learner.fullName()));
        learner.identifier().ifPresent(id -> identifiers.add(identity("identifier", id)));
        subject.add("identifier", identifiers);
        put(subject, "learnerGivenName", learner.givenName());
        put(subject, "learnerFamilyName", learner.familyName());
    }

    private static JsonObject identity(String type, String value) {
        return JSON.createObjectBuilder()
                .add("type", "IdentityObject")
                .add("hashed", false)
                .add("identityHash", value)
                .add("identityType", type)
                .build();
    }

    private JsonArray result(Grade grade) {
        return JSON.createArrayBuilder()
                .add(
                        JSON.createObjectBuilder()
                                .add("type", array("Result"))
                                .add("resultDescription", resultId())
                                .add("value", grade.value()))
                .build();
    }

    private String achievementId() {
        return credential
                .course()
                .map(course -> absolute(course.url()))
                .orElse(credential.id() + "#achievement");
    }

    private String resultId() {
        return resultId(achievementId());
    }

    static String resultId(String achievement) {
        return partId(achievement, "result");
    }

    /** The identifier of a part of an achievement, which may itself be a part of a document. */
    static String partId(String whole, String part) {
        return whole + (whole.contains("#") ? "-" : "#") + part;
    }

    private JsonObject achievement() {
        var achievement =
                JSON.createObjectBuilder()
                        .add("id", achievementId())
                        .add("type", array("Achievement"))
                        .add("achievementType", "MicroCredential")
                        .add("name", credential.title().authoritative())
                        .add(
                                "description",
                                credential.description().orElse(credential.title().authoritative()))
                        .add(
                                "criteria",
                                JSON.createObjectBuilder()
                                        .add("narrative", CriteriaNarrative.of(credential)));
        credential
                .course()
                .ifPresent(
                        course -> {
                            put(achievement, "humanCode", course.code());
                            put(achievement, "version", course.version());
                        });
        credential.field().ifPresent(field -> achievement.add("fieldOfStudy", field.label()));
        achievement.add("alignment", Alignments.of(credential, achievementId()));
        credential.grade().ifPresent(grade -> achievement.add("resultDescription", scale(grade)));
        addWorkload(achievement);
        addElementsOfTheStandard(achievement);
        return achievement.build();
    }

    private JsonArray scale(Grade grade) {
        var description =
                JSON.createObjectBuilder()
                        .add("id", resultId())
                        .add("type", array("ResultDescription"))
                        .add("name", "Overall result")
                        .add("resultType", "Result")
                        .add("gradeScale", grade.scale());
        putList(
                description,
                "gradeDistribution",
                partId(achievementId(), "frequency"),
                grade.distribution(),
                frequency ->
                        JSON.createObjectBuilder()
                                .add("gradeResult", frequency.result())
                                .add("learnersGiven", String.valueOf(frequency.learners())));
        return JSON.createArrayBuilder().add(description).build();
    }

    private void addWorkload(JsonObjectBuilder achievement) {
        credential
                .workload()
                .ifPresent(
                        workload -> {
                            workload.credits()
                                    .ifPresent(
                                            credits -> {
                                                achievement.add(
                                                        "creditsAvailable", credits.toDecimal());
                                                achievement.add("ectsCredits", credits.toString());
                                            });
                            put(
                                    achievement,
                                    "notionalHours",
                                    workload.hours().map(Object::toString));
                            putList(
                                    achievement,
                                    "hoursByActivity",
                                    partId(achievementId(), "activity"),
                                    workload.activities(),
                                    activity ->
                                            JSON.createObjectBuilder()
                                                    .add("activityName", activity.activity())
                                                    .add(
                                                            "activityHours",
                                                            activity.hours().toString()));
                        });
    }

    private void addElementsOfTheStandard(JsonObjectBuilder achievement) {
        var whole = achievementId();
        achievement.add("multilingualTitle", wordings(partId(whole, "title"), credential.title()));
        achievement.add(
                "learningOutcome",
                numbered(
                        partId(whole, "outcome"), credential.outcomes(), OpenBadgeWriter::outcome));
        achievement.add(
                "assessment",
                list(
                        partId(whole, "assessment"),
                        credential.assessments(),
                        OpenBadgeWriter::assessment));
        credential
                .participation()
                .ifPresent(form -> achievement.add("formOfParticipation", form.uri()));
        achievement.add(
                "qualityAssurance",
                list(
                        partId(whole, "quality"),
                        credential.qualityAssurance(),
                        OpenBadgeWriter::qualityAssurance));
        put(achievement, "prerequisites", credential.prerequisites());
        credential
                .stackability()
                .ifPresent(
                        stackability -> {
                            achievement.add("formalStatus", stackability.status().code());
                            put(achievement, "stackabilityStatement", stackability.statement());
                            putList(
                                    achievement,
                                    "partOfQualification",
                                    partId(whole, "qualification"),
                                    stackability.partOf(),
                                    OpenBadgeWriter::largerQualification);
                        });
        put(
                achievement,
                "languageOfInstruction",
                credential.languageOfInstruction().map(language -> language.tag()));
        put(achievement, "furtherInformation", credential.description());
        put(
                achievement,
                "levelsReferencedOn",
                credential.level().flatMap(Level::referencedOn).map(LocalDate::toString));
        put(achievement, "reviewOn", credential.reviewOn().map(LocalDate::toString));
        putList(
                achievement,
                "contributor",
                partId(whole, "contributor"),
                credential.contributors(),
                OpenBadgeWriter::contributor);
        put(achievement, "rightsOfHolder", credential.rights());
    }

    private static JsonObjectBuilder outcome(String id, LearningOutcome outcome) {
        var object =
                JSON.createObjectBuilder()
                        .add("id", id)
                        .add("outcomeCode", outcome.code())
                        .add("outcomeText", wordings(id + "-text", outcome.text()));
        putList(
                object,
                "skill",
                id + "-skill",
                outcome.skills(),
                skill ->
                        JSON.createObjectBuilder()
                                .add("skillReference", skill.uri())
                                .add("skillLabel", skill.label()));
        return object;
    }

    private static JsonObjectBuilder largerQualification(
            Stackability.LargerQualification qualification) {
        var object = JSON.createObjectBuilder().add("qualificationTitle", qualification.title());
        put(object, "qualificationReference", qualification.uri());
        return object;
    }

    private static JsonObjectBuilder contributor(Contributor contributor) {
        var object =
                JSON.createObjectBuilder()
                        .add("contributorName", contributor.legalName())
                        .add("contributorRole", contributor.role().code());
        put(object, "contributorIdentifier", contributor.id());
        put(object, "contributorCountry", contributor.country().map(country -> country.code()));
        return object;
    }

    private static JsonObjectBuilder assessment(Assessment assessment) {
        var object = JSON.createObjectBuilder().add("assessmentTitle", assessment.title());
        put(object, "assessmentType", assessment.type().map(type -> type.uri()));
        put(object, "assessmentWeightPercent", assessment.weightPercent().map(String::valueOf));
        put(object, "supervision", assessment.supervision().map(s -> s.code()));
        return object;
    }

    private static JsonObjectBuilder qualityAssurance(QualityAssurance quality) {
        var object =
                JSON.createObjectBuilder()
                        .add("qualityAssuranceKind", quality.kind().code())
                        .add("decidedBy", quality.decidedBy());
        put(object, "decisionReference", quality.decision());
        put(object, "decidedOn", quality.decidedOn().map(LocalDate::toString));
        put(object, "decisionValidUntil", quality.validUntil().map(LocalDate::toString));
        put(object, "standardsFollowed", quality.standards());
        return object;
    }

    private static JsonArray wordings(String id, MultilingualText text) {
        return list(
                id,
                text.byLanguage().entrySet(),
                entry ->
                        JSON.createObjectBuilder()
                                .add("languageTag", entry.getKey().tag())
                                .add("wording", entry.getValue()));
    }

    /** The values in their order, each with {@code id} and its number as identifier. */
    private static <T> JsonArray list(
            String id, Collection<T> values, Function<T, JsonObjectBuilder> written) {
        return numbered(id, values, (part, value) -> written.apply(value).add("id", part));
    }

    private static <T> JsonArray numbered(
            String id, Collection<T> values, BiFunction<String, T, JsonObjectBuilder> written) {
        var list = JSON.createArrayBuilder();
        int number = 1;
        for (var value : values) {
            list.add(written.apply(id + "-" + number++, value));
        }
        return list.build();
    }

    private static JsonArray array(String... values) {
        return JSON.createArrayBuilder(List.of(values)).build();
    }

    private static void put(JsonObjectBuilder object, String name, Optional<String> value) {
        value.ifPresent(text -> object.add(name, text));
    }

    private static <T> void putList(
            JsonObjectBuilder object,
            String name,
            String id,
            List<T> values,
            Function<T, JsonObjectBuilder> written) {
        if (!values.isEmpty()) {
            object.add(name, list(id, values, written));
        }
    }

    private static String absolute(String iri) {
        if (!Iri.isAbsolute(iri)) {
            throw new IllegalArgumentException("not an absolute address: " + iri);
        }
        return iri;
    }

    private static String startOf(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static String endOf(LocalDate day) {
        return day + "T23:59:59Z";
    }
}
