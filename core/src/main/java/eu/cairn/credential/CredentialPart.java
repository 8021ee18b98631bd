package eu.cairn.credential;

import eu.cairn.framework.Coded;
import eu.cairn.framework.MultilingualText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a micro-credential may state, as fine as formats differ in carrying it.
 *
 * <p>Two credentials that state the same value of every part are equal.
 */
public enum CredentialPart implements Coded {
    IDENTIFIER("identifier", c -> List.of(c.id())),
    TITLE("title", c -> List.of(c.title().authoritative())),
    TITLE_LANGUAGES("title-languages", c -> wordings(c.title())),
    LEARNER_NAME("learner-name", c -> list(c.learner().map(Learner::fullName))),
    LEARNER_GIVEN_NAME("learner-given-name", c -> list(c.learner().flatMap(Learner::givenName))),
    LEARNER_FAMILY_NAME("learner-family-name", c -> list(c.learner().flatMap(Learner::familyName))),
    LEARNER_IDENTIFIER("learner-identifier", c -> list(c.learner().flatMap(Learner::identifier))),
    AWARDING_BODY_IDENTIFIER("awarding-body-identifier", c -> List.of(c.awardingBody().id())),
    AWARDING_BODY_NAME("awarding-body-name", c -> List.of(c.awardingBody().legalName())),
    AWARDING_BODY_COUNTRY("awarding-body-country", c -> list(c.awardingBody().country())),
    AWARDING_BODY_PLACE("awarding-body-place", c -> list(c.awardingBody().place())),
    AWARDING_BODY_PAGE("awarding-body-page", c -> list(c.awardingBody().url())),
    CONTRIBUTORS("contributors", MicroCredential::contributors),
    AWARD_DATE("award-date", c -> list(c.awardedOn())),
    ISSUE_DATE("issue-date", c -> List.of(c.issuedAt())),
    EXPIRY("expiry", c -> list(c.expiresOn())),
    REVIEW_DATE("review-date", c -> list(c.reviewOn())),
    OUTCOMES("outcomes", c -> each(c.outcomes(), outcome -> outcome.text().authoritative())),
    OUTCOME_CODES("outcome-codes", c -> each(c.outcomes(), LearningOutcome::code)),
    OUTCOME_LANGUAGES("outcome-languages", c -> each(c.outcomes(), o -> wordings(o.text()))),
    OUTCOME_SKILLS(
            "outcome-skills",
            c ->
                    c.outcomes().stream().allMatch(outcome -> outcome.skills().isEmpty())
                            ? List.of()
                            : each(c.outcomes(), LearningOutcome::skills)),
    CREDITS("credits", c -> list(c.workload().flatMap(Workload::credits))),
    HOURS("hours", c -> list(c.workload().flatMap(Workload::hours))),
    HOURS_BY_ACTIVITY(
            "hours-by-activity", c -> c.workload().map(Workload::activities).orElse(List.of())),
    EQF_LEVEL("eqf-level", c -> list(c.level().flatMap(Level::eqf))),
    CYCLE("cycle", c -> list(c.level().flatMap(Level::cycle))),
    NATIONAL_LEVEL("national-level", c -> list(c.level().flatMap(Level::national))),
    LEVEL_DATE("level-date", c -> list(c.level().flatMap(Level::referencedOn))),
    ASSESSMENTS("assessments", c -> each(c.assessments(), Assessment::title)),
    ASSESSMENT_TYPES("assessment-types", c -> stated(c, Assessment::type)),
    ASSESSMENT_WEIGHTS("assessment-weights", c -> stated(c, Assessment::weightPercent)),
    SUPERVISION("supervision", c -> stated(c, Assessment::supervision)),
    PARTICIPATION("participation", c -> list(c.participation())),
    QUALITY_ASSURANCE_KINDS(
            "quality-assurance-kinds", c -> each(c.qualityAssurance(), QualityAssurance::kind)),
    QUALITY_ASSURANCE_BODIES(
            "quality-assurance-bodies",
            c -> each(c.qualityAssurance(), QualityAssurance::decidedBy)),
    QUALITY_DECISIONS("quality-decisions", c -> decisions(c, QualityAssurance::decision)),
    QUALITY_DECISION_DATES(
            "quality-decision-dates", c -> decisions(c, QualityAssurance::decidedOn)),
    QUALITY_DECISION_ENDS("quality-decision-ends", c -> decisions(c, QualityAssurance::validUntil)),
    QUALITY_STANDARDS("quality-standards", c -> decisions(c, QualityAssurance::standards)),
    GRADE("grade", c -> list(c.grade().map(Grade::value))),
    GRADE_SCALE("grade-scale", c -> list(c.grade().map(Grade::scale))),
    GRADE_DISTRIBUTION(
            "grade-distribution", c -> c.grade().map(Grade::distribution).orElse(List.of())),
    PREREQUISITES("prerequisites", c -> list(c.prerequisites())),
    FORMAL_STATUS("formal-status", c -> list(c.stackability().map(Stackability::status))),
    STACKABILITY_STATEMENT(
            "stackability-statement", c -> list(c.stackability().flatMap(Stackability::statement))),
    LARGER_QUALIFICATIONS(
            "larger-qualifications",
            c -> c.stackability().map(Stackability::partOf).orElse(List.of())),
    FIELD("field", c -> list(c.field())),
    LANGUAGE_OF_INSTRUCTION("language-of-instruction", c -> list(c.languageOfInstruction())),
    COURSE("course", c -> list(c.course().map(CourseReference::url))),
    COURSE_CODE("course-code", c -> list(c.course().flatMap(CourseReference::code))),
    COURSE_VERSION("course-version", c -> list(c.course().flatMap(CourseReference::version))),
    RIGHTS("rights", c -> list(c.rights())),
    DESCRIPTION("description", c -> list(c.description()));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // every function given above only reads
    private final Function<MicroCredential, List<?>> values;

    CredentialPart(String code, Function<MicroCredential, List<?>> values) {
        this.code = code;
        this.values = values;
    }

    @Override
    public String code() {
        return code;
    }

    /** What {@code credential} states of this part; nothing where it states nothing. */
    public List<?> of(MicroCredential credential) {
        return values.apply(credential);
    }

    /** The part that has this code. */
    public static Optional<CredentialPart> ofCode(String code) {
        for (var part : values()) {
            if (part.code.equals(code)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> list(Optional<T> value) {
        return value.map(List::of).orElse(List.of());
    }

    private static <T, R> List<R> each(List<T> things, Function<T, R> value) {
        return things.stream().map(value).toList();
    }

    /** The value of each, empty ones in their places, or nothing where none has one. */
    private static <T, R> List<Optional<R>> statedOf(
            List<T> things, Function<T, Optional<R>> value) {
        var all = each(things, value);
        return all.stream().allMatch(Optional::isEmpty) ? List.of() : all;
    }

    private static <R> List<Optional<R>> stated(
            MicroCredential credential, Function<Assessment, Optional<R>> value) {
        return statedOf(credential.assessments(), value);
    }

    private static <R> List<Optional<R>> decisions(
            MicroCredential credential, Function<QualityAssurance, Optional<R>> value) {
        return statedOf(credential.qualityAssurance(), value);
    }

    private static List<?> wordings(MultilingualText text) {
        return List.copyOf(text.byLanguage().entrySet());
    }
}
