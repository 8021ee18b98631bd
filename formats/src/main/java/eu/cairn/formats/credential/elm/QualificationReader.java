package eu.cairn.formats.credential.elm;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.Level.NationalLevelClaim;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityAssurance.Kind;
import eu.cairn.credential.SkillLink;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Stackability.LargerQualification;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what specifies an achievement.
 *
 * @param object the qualification or specification
 * @param awardingBody the organisation that awards it
 */
public record QualificationReader(JsonObject object, JsonObject awardingBody) {

    public Optional<MultilingualText> title() {
        return Read.wordings(object, "title");
    }

    public List<LearningOutcome> outcomes() {
        return Members.objects(object, "learningOutcome").stream()
                .flatMap(outcome -> outcome(outcome).stream())
                .toList();
    }

    private static Optional<LearningOutcome> outcome(JsonObject outcome) {
        return Read.wordings(outcome, "title")
                .map(
                        text ->
                                new LearningOutcome(
                                        Read.identifier(outcome).orElse(""),
                                        text,
                                        skills(outcome)));
    }

    /** Skills of ESCO may stand among all skills, where they have their place, or apart. */
    private static List<SkillLink> skills(JsonObject outcome) {
        var all = Members.objects(outcome, "relatedSkill");
        var known = all.stream().flatMap(skill -> Members.text(skill, "id").stream()).toList();
        var others =
                Members.objects(outcome, "relatedESCOSkill").stream()
                        .filter(skill -> !known.contains(Members.text(skill, "id").orElse("")));
        return Stream.concat(all.stream(), others).flatMap(skill -> skill(skill).stream()).toList();
    }

    private static Optional<SkillLink> skill(JsonObject skill) {
        return Members.text(skill, "id")
                .filter(id -> !id.startsWith(Nodes.LOCAL))
                .or(() -> Members.text(skill, "notation"))
                .map(uri -> new SkillLink(uri, label(skill).orElse(uri)));
    }

    private static Optional<String> label(JsonObject concept) {
        return Members.object(concept, "prefLabel")
                .flatMap(labels -> Members.text(labels, "en"))
                .or(() -> Read.words(concept, "prefLabel"));
    }

    public Optional<Ects> credits() {
        return ects(Members.objects(object, "creditPoint"));
    }

    static Optional<Ects> ects(List<JsonObject> points) {
        var ects =
                points.stream()
                        .filter(
                                p ->
                                        Read.concept(p, "framework")
                                                .equals(Optional.of(Concepts.ECTS)))
                        .toList();
        return ects.size() == 1
                ? Members.text(ects.getFirst(), "point").flatMap(Ects::parse)
                : Optional.empty();
    }

    public Optional<LearningHours> hours() {
        return Read.hours(object, "volumeOfLearning");
    }

    public Optional<Level> level() {
        var eqf =
                Read.concept(object, "eqfLevel")
                        .filter(uri -> uri.matches("\\Q" + Concepts.EQF + "\\E[1-8]"))
                        .map(uri -> new EqfLevel(uri.charAt(uri.length() - 1) - '0'));
        var cycle = Read.concept(object, "educationLevel").flatMap(Concepts::cycle);
        var national = national();
        return eqf.isEmpty() && cycle.isEmpty() && national.isEmpty()
                ? Optional.empty()
                : Optional.of(level(eqf, cycle, national));
    }

    private Level level(
            Optional<EqfLevel> eqf, Optional<Cycle> cycle, Optional<NationalLevelClaim> national) {
        var day = Read.marked(object, Mark.LEVELS_REFERENCED_ON).flatMap(Members::day);
        return new Level(eqf, cycle, national, day);
    }

    private Optional<NationalLevelClaim> national() {
        var framework = Read.marked(object, Mark.NATIONAL_FRAMEWORK);
        var level = Read.marked(object, Mark.NATIONAL_LEVEL);
        return framework.isPresent() && level.isPresent()
                ? Optional.of(new NationalLevelClaim(framework.get(), level.get()))
                : Optional.empty();
    }

    public Optional<FormOfParticipation> participation() {
        return Read.concept(object, "mode").flatMap(FormOfParticipation::ofUri);
    }

    List<QualityAssurance> qualityAssurance() {
        return Members.objects(object, "accreditation").stream()
                .map(this::qualityAssurance)
                .toList();
    }

    private QualityAssurance qualityAssurance(JsonObject accreditation) {
        var agent = Members.object(accreditation, "accreditingAgent");
        return new QualityAssurance(
                Read.marked(accreditation, Mark.QUALITY_ASSURANCE_KIND)
                        .flatMap(Kind::ofCode)
                        .orElseGet(() -> isItself(agent) ? Kind.INTERNAL : Kind.EXTERNAL),
                agent.flatMap(of -> Read.words(of, "legalName")).orElse(""),
                Read.identifier(accreditation)
                        .or(() -> Read.page(accreditation, "report"))
                        .or(() -> Read.page(accreditation, "landingPage")),
                Read.day(accreditation, "dateIssued"),
                Read.day(accreditation, "expiryDate"),
                Read.marked(accreditation, Mark.QUALITY_STANDARDS));
    }

    private boolean isItself(Optional<JsonObject> agent) {
        return agent.flatMap(of -> Members.text(of, "id")).equals(Members.text(awardingBody, "id"));
    }

    public Optional<String> prerequisites() {
        return Read.note(object, "entryRequirement");
    }

    Optional<Stackability> stackability() {
        return Read.marked(object, Mark.FORMAL_STATUS)
                .flatMap(FormalStatus::ofCode)
                .map(
                        status ->
                                new Stackability(
                                        status,
                                        Read.marked(object, Mark.STACKABILITY),
                                        Members.objects(object, "isPartOf").stream()
                                                .flatMap(larger -> larger(larger).stream())
                                                .toList()));
    }

    private static Optional<LargerQualification> larger(JsonObject larger) {
        return Read.words(larger, "title")
                .map(title -> new LargerQualification(title, Read.identifier(larger)));
    }

    /** The one field; of several none is the field. */
    public Optional<FieldOfEducation> field() {
        return Members.object(object, "thematicArea")
                .flatMap(
                        concept ->
                                Members.text(concept, "id")
                                        .filter(uri -> uri.startsWith(Concepts.FIELD))
                                        .map(uri -> uri.substring(Concepts.FIELD.length()))
                                        .filter(code -> code.matches("\\d{2,4}"))
                                        .map(
                                                code ->
                                                        new FieldOfEducation(
                                                                code,
                                                                label(concept).orElse(code))));
    }

    public Optional<Language> language() {
        return Members.object(object, "language")
                .flatMap(
                        concept ->
                                Members.text(concept, "notation")
                                        .filter(tag -> !tag.equals("language"))
                                        .flatMap(tag -> Read.orNone(() -> new Language(tag)))
                                        .or(
                                                () ->
                                                        Members.text(concept, "id")
                                                                .flatMap(Concepts::language)));
    }

    Optional<CourseReference> course() {
        return Read.page(object, "homepage")
                .map(
                        url ->
                                new CourseReference(
                                        url,
                                        Nodes.identifier(object, Mark.COURSE_CODE),
                                        Nodes.identifier(object, Mark.COURSE_VERSION)));
    }

    Optional<LocalDate> reviewOn() {
        return Read.marked(object, Mark.REVIEW_ON).flatMap(Members::day);
    }
}
