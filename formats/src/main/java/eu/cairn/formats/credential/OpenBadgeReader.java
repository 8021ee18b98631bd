package eu.cairn.formats.credential;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.SkillLink;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads an Open Badges 3.0 credential, ours or another's; what is not stated, or stated in a way
 * that allows two readings, is left empty.
 */
final class OpenBadgeReader {

    private static final Language UNDETERMINED = new Language("und");

    private final JsonObject document;
    private final JsonObject subject;
    private final JsonObject achievement;
    private final List<JsonObject> alignments;

    OpenBadgeReader(JsonObject document) {
        this.document = document;
        this.subject =
                Members.object(document, "credentialSubject").orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.achievement =
                Members.object(subject, "achievement").orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.alignments = Members.objects(achievement, "alignment");
    }

    Decided<MicroCredential> credential() {
        var id = Members.text(document, "id").filter(Iri::isAbsolute);
        var issuer = Members.id(document, "issuer").filter(Iri::isAbsolute);
        var period = new StatedPeriod(document);
        var validFrom = period.from();
        var title = title();
        var missing = new ArrayList<Refusal>();
        addUnless(missing, id, "id");
        addUnless(missing, issuer, "issuer");
        addUnless(missing, validFrom, "validFrom");
        addUnless(missing, title, "credentialSubject.achievement.name");
        if (!missing.isEmpty()) {
            return Decided.refused(missing);
        }
        return Decided.accepted(
                new MicroCredential(
                        id.orElseThrow(),
                        title.orElseThrow(),
                        learner(),
                        awardingBody(issuer.orElseThrow()),
                        Members.text(document, "awardedDate").flatMap(Members::day),
                        validFrom.orElseThrow(),
                        period.lastDay(),
                        outcomes(),
                        workload(),
                        level(),
                        Members.objects(achievement, "assessment").stream()
                                .map(OpenBadgeReader::assessment)
                                .toList(),
                        Members.text(achievement, "formOfParticipation")
                                .flatMap(FormOfParticipation::ofUri)
                                .or(() -> Edubadge.readParticipation(achievement)),
                        Members.objects(achievement, "qualityAssurance").stream()
                                .flatMap(quality -> qualityAssurance(quality).stream())
                                .toList(),
                        grade(),
                        Members.text(achievement, "prerequisites"),
                        Members.text(achievement, "formalStatus")
                                .flatMap(FormalStatus::ofCode)
                                .map(
                                        status ->
                                                new Stackability(
                                                        status,
                                                        Members.text(
                                                                achievement,
                                                                "stackabilityStatement"),
                                                        largerQualifications())),
                        Alignments.field(alignments),
                        Members.text(achievement, "languageOfInstruction")
                                .flatMap(OpenBadgeReader::language),
                        course(),
                        description(),
                        Members.text(achievement, "reviewOn").flatMap(Members::day),
                        Members.objects(achievement, "contributor").stream()
                                .flatMap(contributor -> contributor(contributor).stream())
                                .toList(),
                        Members.text(achievement, "rightsOfHolder")));
    }

    private static void addUnless(List<Refusal> missing, Optional<?> member, String place) {
        if (member.isEmpty()) {
            missing.add(Refusal.of("format.member-missing", place, place));
        }
    }

    private Optional<MultilingualText> title() {
        return wordings(achievement, "multilingualTitle")
                .or(
                        () ->
                                Members.text(achievement, "name")
                                        .or(() -> Members.text(document, "name"))
                                        .filter(name -> !name.isBlank())
                                        .map(name -> MultilingualText.of(languageOfText(), name)));
    }

    private Language languageOfText() {
        return Members.text(achievement, "inLanguage")
                .flatMap(OpenBadgeReader::language)
                .orElse(UNDETERMINED);
    }

    private static Optional<Language> language(String tag) {
        return orNone(() -> new Language(tag));
    }

    private static Optional<MultilingualText> wordings(JsonObject object, String name) {
        var texts = new LinkedHashMap<Language, String>();
        for (var wording : Members.objects(object, name)) {
            var language = Members.text(wording, "languageTag").flatMap(OpenBadgeReader::language);
            var text = Members.text(wording, "wording").filter(words -> !words.isBlank());
            if (language.isPresent() && text.isPresent()) {
                texts.put(language.get(), text.get());
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new MultilingualText(texts));
    }

    private Optional<Learner> learner() {
        var identities = Members.objects(subject, "identifier");
        return identity(identities, "name")
                .filter(name -> !name.isBlank())
                .map(
                        name ->
                                new Learner(
                                        name,
                                        Members.text(subject, "learnerGivenName"),
                                        Members.text(subject, "learnerFamilyName"),
                                        identity(identities, "identifier")));
    }

    /** The one plain identity of this type; a hashed one, or one of several, names nobody. */
    private static Optional<String> identity(List<JsonObject> identities, String type) {
        var found =
                identities.stream()
                        .filter(i -> Members.text(i, "identityType").equals(Optional.of(type)))
                        .filter(i -> JsonValue.FALSE.equals(i.get("hashed")))
                        .flatMap(i -> Members.text(i, "identityHash").stream())
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private AwardingBody awardingBody(String id) {
        var profile = Members.object(document, "issuer").orElse(JsonValue.EMPTY_JSON_OBJECT);
        var address = Members.object(profile, "address").orElse(JsonValue.EMPTY_JSON_OBJECT);
        var state = Members.text(address, "addressCountryCode").flatMap(OpenBadgeReader::country);
        var region =
                Members.text(address, "addressRegion")
                        .filter(
                                code ->
                                        state.isPresent()
                                                && code.startsWith(state.get().code() + "-"))
                        .flatMap(OpenBadgeReader::country);
        return new AwardingBody(
                id,
                Members.text(profile, "name").orElse(id),
                region.or(() -> state),
                Members.text(address, "addressLocality"),
                Members.text(profile, "url"));
    }

    private static Optional<Country> country(String code) {
        return orNone(() -> new Country(code));
    }

    private List<LearningOutcome> outcomes() {
        return achievement.containsKey("learningOutcome")
                ? Members.objects(achievement, "learningOutcome").stream()
                        .flatMap(outcome -> outcome(outcome).stream())
                        .toList()
                : Alignments.others(alignments).stream()
                        .flatMap(alignment -> outcomeAlignedTo(alignment).stream())
                        .toList();
    }

    private static Optional<LearningOutcome> outcome(JsonObject outcome) {
        var code = Members.text(outcome, "outcomeCode").orElse("");
        return wordings(outcome, "outcomeText")
                .map(text -> new LearningOutcome(code, text, skills(outcome)));
    }

    private static List<SkillLink> skills(JsonObject outcome) {
        return Members.objects(outcome, "skill").stream()
                .flatMap(skill -> skill(skill).stream())
                .toList();
    }

    private static Optional<SkillLink> skill(JsonObject skill) {
        return Members.text(skill, "skillReference")
                .map(uri -> new SkillLink(uri, Members.text(skill, "skillLabel").orElse(uri)));
    }

    private Optional<Level> level() {
        var day = Members.text(achievement, "levelsReferencedOn").flatMap(Members::day);
        return Alignments.level(alignments)
                .map(level -> day.map(level::referencedOn).orElse(level));
    }

    private List<Stackability.LargerQualification> largerQualifications() {
        return Members.objects(achievement, "partOfQualification").stream()
                .flatMap(qualification -> largerQualification(qualification).stream())
                .toList();
    }

    private static Optional<Stackability.LargerQualification> largerQualification(
            JsonObject qualification) {
        return Members.text(qualification, "qualificationTitle")
                .map(
                        title ->
                                new Stackability.LargerQualification(
                                        title,
                                        Members.text(qualification, "qualificationReference")));
    }

    private static Optional<Contributor> contributor(JsonObject object) {
        var name = Members.text(object, "contributorName");
        var role = Members.text(object, "contributorRole").flatMap(Contributor.Role::ofCode);
        return name.isPresent() && role.isPresent()
                ? Optional.of(
                        new Contributor(
                                name.get(),
                                role.get(),
                                Members.text(object, "contributorIdentifier"),
                                Members.text(object, "contributorCountry")
                                        .flatMap(OpenBadgeReader::country)))
                : Optional.empty();
    }

    private Optional<LearningOutcome> outcomeAlignedTo(JsonObject alignment) {
        var code = Members.text(alignment, "targetCode").orElse("");
        return Members.text(alignment, "targetName")
                .filter(name -> !name.isBlank())
                .map(name -> MultilingualText.of(languageOfText(), name))
                .map(text -> new LearningOutcome(code, text));
    }

    /** Credits of another's badge have no unit and so are no ECTS credits, but for Edubadges. */
    private Optional<Workload> workload() {
        var credits =
                Members.text(achievement, "ectsCredits")
                        .flatMap(Ects::parse)
                        .or(() -> Edubadge.readCredits(achievement));
        var hours =
                Members.text(achievement, "notionalHours")
                        .flatMap(LearningHours::parse)
                        .or(() -> Edubadge.readHours(achievement));
        return credits.isEmpty() && hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workload(credits, hours, hoursByActivity()));
    }

    private List<ActivityHours> hoursByActivity() {
        return Members.objects(achievement, "hoursByActivity").stream()
                .flatMap(activity -> activityHours(activity).stream())
                .toList();
    }

    private static Optional<ActivityHours> activityHours(JsonObject activity) {
        return Members.text(activity, "activityHours")
                .flatMap(LearningHours::parse)
                .map(
                        hours ->
                                new ActivityHours(
                                        Members.text(activity, "activityName").orElse(""), hours));
    }

    private static Assessment assessment(JsonObject object) {
        return new Assessment(
                Members.text(object, "assessmentTitle").orElse(""),
                Members.text(object, "assessmentType").flatMap(AssessmentType::ofUri),
                Members.text(object, "assessmentWeightPercent")
                        .filter(weight -> weight.matches("\\d{1,3}"))
                        .map(Integer::valueOf),
                Members.text(object, "supervision").flatMap(Supervision::ofCode));
    }

    private static Optional<QualityAssurance> qualityAssurance(JsonObject object) {
        return Members.text(object, "qualityAssuranceKind")
                .flatMap(QualityAssurance.Kind::ofCode)
                .map(
                        kind ->
                                new QualityAssurance(
                                        kind,
                                        Members.text(object, "decidedBy").orElse(""),
                                        Members.text(object, "decisionReference"),
                                        Members.text(object, "decidedOn").flatMap(Members::day),
                                        Members.text(object, "decisionValidUntil")
                                                .flatMap(Members::day),
                                        Members.text(object, "standardsFollowed")));
    }

    /** One result is the grade; of several, none is, for their order is not signed. */
    private Optional<Grade> grade() {
        var results = Members.objects(subject, "result");
        if (results.size() != 1) {
            return Optional.empty();
        }
        var described = Members.text(results.getFirst(), "resultDescription");
        var description =
                Members.objects(achievement, "resultDescription").stream()
                        .filter(d -> Members.text(d, "id").equals(described))
                        .findFirst()
                        .orElse(JsonValue.EMPTY_JSON_OBJECT);
        return Members.text(results.getFirst(), "value")
                .map(
                        value ->
                                new Grade(
                                        value,
                                        Members.text(description, "gradeScale")
                                                .or(() -> Members.text(description, "name"))
                                                .orElse(""),
                                        distribution(description)));
    }

    private static List<Grade.Frequency> distribution(JsonObject description) {
        return Members.objects(description, "gradeDistribution").stream()
                .flatMap(frequency -> frequency(frequency).stream())
                .toList();
    }

    private static Optional<Grade.Frequency> frequency(JsonObject frequency) {
        return Members.text(frequency, "learnersGiven")
                .filter(learners -> learners.matches("\\d{1,9}"))
                .map(
                        learners ->
                                new Grade.Frequency(
                                        Members.text(frequency, "gradeResult").orElse(""),
                                        Integer.parseInt(learners)));
    }

    private Optional<CourseReference> course() {
        var id = Members.text(document, "id").orElse("");
        return Members.text(achievement, "id")
                .filter(url -> !url.equals(id + "#achievement"))
                .map(
                        url ->
                                new CourseReference(
                                        url,
                                        Members.text(achievement, "humanCode"),
                                        Members.text(achievement, "version")));
    }

    private Optional<String> description() {
        return OpenBadge.isOurs(document)
                ? Members.text(achievement, "furtherInformation")
                : Members.text(achievement, "description");
    }

    private static <T> Optional<T> orNone(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
