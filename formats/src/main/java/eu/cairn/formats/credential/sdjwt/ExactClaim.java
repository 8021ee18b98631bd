package eu.cairn.formats.credential.sdjwt;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.List;

/**
 * The claims that Cairn adds to the type, all selectively disclosable, so that nothing is lost:
 * each is named by the address of a term of Open Badges 3.0, of Verifiable Credentials 2.0 or of
 * Cairn's own vocabulary and holds what that term holds there.
 */
enum ExactClaim implements Coded {
    AWARDED(Place.CREDENTIAL, "awardedDate", Vocabulary.OPEN_BADGES),
    VALID_FROM(Place.CREDENTIAL, "validFrom", Vocabulary.CREDENTIALS),
    VERIFICATION_CODE(Place.CREDENTIAL, "verificationCode", Vocabulary.CAIRN),
    VERIFICATION_PAGE(Place.CREDENTIAL, "verificationPage", Vocabulary.CAIRN),
    ISSUER_PAGE(Place.ISSUER, "url", Vocabulary.SCHEMA, "url"),
    ISSUER_ADDRESS(Place.ISSUER, "address", Vocabulary.OPEN_BADGES),
    LEARNER_FAMILY_NAME(Place.SUBJECT, "learnerFamilyName", Vocabulary.CAIRN),
    COURSE(Place.ACHIEVEMENT, "id", Vocabulary.CAIRN, "courseVersion"),
    COURSE_CODE(Place.ACHIEVEMENT, "humanCode", Vocabulary.OPEN_BADGES),
    COURSE_VERSION(Place.ACHIEVEMENT, "version", Vocabulary.OPEN_BADGES),
    ALIGNMENTS(Place.ACHIEVEMENT, "alignment", Vocabulary.OPEN_BADGES),
    TITLE(Place.ACHIEVEMENT, "multilingualTitle", Vocabulary.CAIRN),
    CREDITS(Place.ACHIEVEMENT, "ectsCredits", Vocabulary.CAIRN),
    HOURS(Place.ACHIEVEMENT, "notionalHours", Vocabulary.CAIRN),
    HOURS_BY_ACTIVITY(Place.ACHIEVEMENT, "hoursByActivity", Vocabulary.CAIRN),
    OUTCOMES(Place.ACHIEVEMENT, "learningOutcome", Vocabulary.CAIRN),
    ASSESSMENTS(Place.ACHIEVEMENT, "assessment", Vocabulary.CAIRN),
    PARTICIPATION(Place.ACHIEVEMENT, "formOfParticipation", Vocabulary.CAIRN),
    QUALITY_ASSURANCE(Place.ACHIEVEMENT, "qualityAssurance", Vocabulary.CAIRN),
    FORMAL_STATUS(Place.ACHIEVEMENT, "formalStatus", Vocabulary.CAIRN),
    STACKABILITY(Place.ACHIEVEMENT, "stackabilityStatement", Vocabulary.CAIRN),
    PART_OF(Place.ACHIEVEMENT, "partOfQualification", Vocabulary.CAIRN),
    LEVELS_REFERENCED(Place.ACHIEVEMENT, "levelsReferencedOn", Vocabulary.CAIRN),
    REVIEW(Place.ACHIEVEMENT, "reviewOn", Vocabulary.CAIRN),
    CONTRIBUTORS(Place.ACHIEVEMENT, "contributor", Vocabulary.CAIRN),
    RIGHTS(Place.ACHIEVEMENT, "rightsOfHolder", Vocabulary.CAIRN),
    GRADE_SCALE(Place.RESULT, "gradeScale", Vocabulary.CAIRN),
    GRADE_DISTRIBUTION(Place.RESULT, "gradeDistribution", Vocabulary.CAIRN);

    /** The part of an Open Badges credential that a claim belongs to. */
    enum Place {
        CREDENTIAL,
        ISSUER,
        SUBJECT,
        ACHIEVEMENT,
        RESULT
    }

    private static final class Vocabulary {
        static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
        static final String SCHEMA = "https://schema.org/";
        static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
        static final String CAIRN = Contexts.CAIRN + "#";
    }

    private final Place place;
    private final String member;
    private final String code;

    ExactClaim(Place place, String member, String vocabulary) {
        this(place, member, vocabulary, member);
    }

    ExactClaim(Place place, String member, String vocabulary, String term) {
        this.place = place;
        this.member = member;
        this.code = vocabulary + term;
    }

    /** The name of the claim. */
    @Override
    public String code() {
        return code;
    }

    /** What it is called where Open Badges puts it. */
    String member() {
        return member;
    }

    static List<ExactClaim> of(Place place) {
        return Arrays.stream(values()).filter(claim -> claim.place == place).toList();
    }
}
