package eu.cairn.credential;

import eu.cairn.framework.Admissions;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record of what a learner has achieved after a small volume of learning, with every element of
 * the European standard for micro-credentials (Council Recommendation 2022/C 243/02, Annex I).
 *
 * <p>A credential made by others may lack elements; {@link #missing()} names them. What Cairn
 * itself awards lacks none of the mandatory ones.
 *
 * @param id the one identifier that this award has in every format, an absolute URI
 * @param title what was learnt
 * @param learner whose learning it is
 * @param awardingBody who answers for it
 * @param awardedOn the day of the award, in the zone of the awarding body
 * @param issuedAt from when the document holds
 * @param expiresOn the last day on which it holds
 * @param outcomes what the holder is able to do
 * @param workload credits and hours
 * @param level of the outcomes
 * @param assessments how the outcomes were proven
 * @param participation how the learner took part
 * @param qualityAssurance what stands behind it, institution and course
 * @param grade the overall result
 * @param prerequisites what was needed to enrol
 * @param stackability its place in larger qualifications
 * @param field of education
 * @param languageOfInstruction the language of teaching and assessment
 * @param course the frozen course version it certifies
 * @param description further information
 * @param reviewOn the day on which it should be looked at whether the outcomes are still current
 * @param contributors organisations that awarded jointly, taught, or ran the platform
 * @param rights what the holder may do with it, such as apply for a profession or programme
 */
public record MicroCredential(
        String id,
        MultilingualText title,
        Optional<Learner> learner,
        AwardingBody awardingBody,
        Optional<LocalDate> awardedOn,
        Instant issuedAt,
        Optional<LocalDate> expiresOn,
        List<LearningOutcome> outcomes,
        Optional<Workload> workload,
        Optional<Level> level,
        List<Assessment> assessments,
        Optional<FormOfParticipation> participation,
        List<QualityAssurance> qualityAssurance,
        Optional<Grade> grade,
        Optional<String> prerequisites,
        Optional<Stackability> stackability,
        Optional<FieldOfEducation> field,
        Optional<Language> languageOfInstruction,
        Optional<CourseReference> course,
        Optional<String> description,
        Optional<LocalDate> reviewOn,
        List<Contributor> contributors,
        Optional<String> rights) {

    public MicroCredential {
        outcomes = List.copyOf(outcomes);
        assessments = List.copyOf(assessments);
        qualityAssurance = List.copyOf(qualityAssurance);
        contributors = List.copyOf(contributors);
    }

    /**
     * How the national level is to be read, by what the framework of the country admitted on the
     * day of the award; empty where no national level, country or day is stated.
     */
    public Optional<LevelClaim> levelClaim() {
        return level.flatMap(Level::national)
                .flatMap(national -> awardingBody.country())
                .flatMap(
                        country ->
                                awardedOn.map(day -> Admissions.published().claim(country, day)));
    }

    /** The day of the award, or that of the document where none is stated. */
    public LocalDate dayOfAward() {
        return awardedOn.orElse(issuedAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** The mandatory elements of the standard that this credential does not state. */
    public Set<Element> missing() {
        var missing = EnumSet.noneOf(Element.class);
        for (var element : Element.values()) {
            if (element.mandatory() && !states(element)) {
                missing.add(element);
            }
        }
        return missing;
    }

    /** Whether this credential states {@code element}. */
    public boolean states(Element element) {
        return switch (element) {
            case LEARNER -> learner.isPresent();
            case TITLE, AWARDING_BODY, ISSUE_DATE -> true;
            case COUNTRY -> awardingBody.country().isPresent();
            case LEARNING_OUTCOMES -> !outcomes.isEmpty();
            case WORKLOAD -> workload.isPresent();
            case LEVEL -> level.isPresent();
            case ASSESSMENT_TYPE -> assessments.stream().anyMatch(a -> a.type().isPresent());
            case PARTICIPATION -> participation.isPresent();
            case QUALITY_ASSURANCE -> !qualityAssurance.isEmpty();
            case PREREQUISITES -> prerequisites.isPresent();
            case SUPERVISION -> assessments.stream().anyMatch(a -> a.supervision().isPresent());
            case GRADE -> grade.isPresent();
            case STACKABILITY -> stackability.isPresent();
            case FURTHER_INFORMATION -> description.isPresent();
        };
    }
}
