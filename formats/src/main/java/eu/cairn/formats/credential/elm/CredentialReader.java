package eu.cairn.formats.credential.elm;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a European Digital Credential, ours or another's; what is not stated, or stated in a way
 * that allows two readings, is left empty.
 *
 * <p>A credential may make several claims; a micro-credential is the one achievement among them, or
 * else the one claim that there is.
 */
final class CredentialReader {

    private final JsonObject document;
    private final JsonObject person;
    private final JsonObject claim;
    private final JsonObject award;
    private final QualificationReader qualification;

    CredentialReader(JsonObject document) {
        this.document = document;
        this.person =
                Members.object(document, "credentialSubject").orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.claim = claim(Members.objects(person, "hasClaim"));
        this.award = Members.object(claim, "awardedBy").orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.qualification =
                new QualificationReader(
                        Members.object(claim, "specifiedBy").orElse(JsonValue.EMPTY_JSON_OBJECT),
                        awardingBodies().findFirst().orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static JsonObject claim(List<JsonObject> claims) {
        var achievements =
                claims.stream()
                        .filter(c -> Members.texts(c, "type").contains("LearningAchievement"))
                        .toList();
        var candidates = achievements.isEmpty() ? claims : achievements;
        return candidates.size() == 1 ? candidates.getFirst() : JsonValue.EMPTY_JSON_OBJECT;
    }

    Decided<MicroCredential> credential() {
        var id = Read.absolute(document, "id");
        var validFrom =
                Read.instant(document, "validFrom")
                        .or(() -> Read.instant(document, "issuanceDate"))
                        .or(() -> Read.instant(document, "issued"));
        var title = Read.wordings(claim, "title").or(qualification::title);
        var body =
                awardingBodies()
                        .filter(organisation -> role(organisation).isEmpty())
                        .findFirst()
                        .flatMap(CredentialReader::awardingBody);
        var missing = new ArrayList<Refusal>();
        addUnless(missing, id, "id");
        addUnless(missing, validFrom, "validFrom");
        addUnless(missing, title, "credentialSubject.hasClaim.title");
        addUnless(missing, body, "credentialSubject.hasClaim.awardedBy.awardingBody");
        return missing.isEmpty()
                ? Decided.accepted(
                        credential(
                                id.orElseThrow(),
                                validFrom.orElseThrow(),
                                title.orElseThrow(),
                                body.orElseThrow()))
                : Decided.refused(missing);
    }

    private static void addUnless(List<Refusal> missing, Optional<?> member, String place) {
        if (member.isEmpty()) {
            missing.add(Refusal.of("format.member-missing", place, place));
        }
    }

    private MicroCredential credential(
            String id, Instant validFrom, MultilingualText title, AwardingBody body) {
        var assessments = new AssessmentReader(Members.objects(claim, "provenBy"));
        return new MicroCredential(
                id,
                title,
                learner(),
                body,
                Read.day(award, "awardingDate"),
                validFrom,
                Read.day(document, "validUntil").or(() -> Read.day(document, "expirationDate")),
                qualification.outcomes(),
                workload(),
                qualification.level(),
                assessments.assessments(),
                qualification.participation(),
                qualification.qualityAssurance(),
                assessments.grade(),
                qualification.prerequisites(),
                qualification.stackability(),
                qualification.field(),
                qualification.language(),
                qualification.course(),
                Read.words(claim, "description"),
                qualification.reviewOn(),
                contributors(),
                Members.object(claim, "entitlesTo").flatMap(right -> Read.words(right, "title")));
    }

    private Optional<Learner> learner() {
        var given = Read.words(person, "givenName");
        var family = Read.words(person, "familyName");
        return Read.words(person, "fullName")
                .or(() -> joined(given, family))
                .filter(name -> !name.isBlank())
                .map(name -> new Learner(name, given, family, Read.identifier(person)));
    }

    private static Optional<String> joined(Optional<String> given, Optional<String> family) {
        return given.isPresent() && family.isPresent()
                ? Optional.of(given.get() + " " + family.get())
                : Optional.empty();
    }

    private Stream<JsonObject> awardingBodies() {
        return Members.objects(award, "awardingBody").stream();
    }

    private static Optional<AwardingBody> awardingBody(JsonObject organisation) {
        return Read.absolute(organisation, "id")
                .map(
                        id ->
                                new AwardingBody(
                                        id,
                                        Read.words(organisation, "legalName").orElse(id),
                                        Read.country(organisation),
                                        Read.place(organisation),
                                        Read.page(organisation, "homepage")));
    }

    private List<Contributor> contributors() {
        var providers =
                Members.object(claim, "learningOpportunity").stream()
                        .flatMap(of -> Members.objects(of, "providedBy").stream());
        return Stream.concat(awardingBodies(), providers)
                .filter(organisation -> role(organisation).isPresent())
                .sorted(Comparator.comparingInt(o -> Read.place(o, Organisations.CONTRIBUTOR)))
                .map(
                        organisation ->
                                new Contributor(
                                        Read.words(organisation, "legalName").orElse(""),
                                        role(organisation).orElseThrow(),
                                        Read.identifier(organisation),
                                        Read.country(organisation)))
                .toList();
    }

    private static Optional<Contributor.Role> role(JsonObject organisation) {
        return Read.concept(organisation, "dcType")
                .filter(uri -> uri.startsWith(Concepts.ROLE))
                .map(uri -> uri.substring(Concepts.ROLE.length()))
                .flatMap(Contributor.Role::ofCode);
    }

    private Optional<Workload> workload() {
        Optional<Ects> credits = creditsReceived().or(qualification::credits);
        Optional<LearningHours> hours = qualification.hours();
        return credits.isEmpty() && hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workload(credits, hours, activities()));
    }

    private Optional<Ects> creditsReceived() {
        return QualificationReader.ects(Members.objects(claim, "creditReceived"));
    }

    private List<ActivityHours> activities() {
        return Members.objects(claim, "influencedBy").stream()
                .flatMap(
                        activity ->
                                Read.hours(activity, "workload").stream()
                                        .map(hours -> new ActivityHours(title(activity), hours)))
                .toList();
    }

    private static String title(JsonObject object) {
        return Read.words(object, "title").orElse("");
    }
}
