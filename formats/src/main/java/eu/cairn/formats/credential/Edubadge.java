package eu.cairn.formats.credential;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Edubadges profile of Open Badges 3.0 for micro-credentials: what it demands, the words it
 * has, and how they are read (SURF, educredentials/obv3-examples, schemas {@code
 * microcredential.json} and {@code microcredential_ects.json}, December 2025).
 *
 * <p>The profile has one word for how everything was assessed and one for how it was supervised.
 * Where there are several assessments, the word is that of the weightiest, and that of the least
 * supervised; identity counts as checked if it was in each.
 */
final class Edubadge {

    static final String TYPE = "EducredentialAchievement";
    static final String ECTS = "ECTS";
    static final String TIME = "timeInvestment";
    static final String PARTICIPATION = "participationType";
    static final String ASSESSMENT = "assessmentType";
    static final String SUPERVISION = "supervisionType";
    static final String IDENTITY = "identityChecked";
    static final String QUALITY = "ext:QualityAssurance";

    private static final String ONLINE = "online";
    private static final int LEAST = 300;
    private static final int MOST = 3000;
    private static final int STEP = 50;
    private static final int MINUTES = 60;

    private Edubadge() {}

    /**
     * The JSON text of an unsigned credential.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing or the
     *     profile demands otherwise
     */
    static String write(MicroCredential credential, Publication publication) {
        if (!lacking(credential).isEmpty() || !unfit(credential).isEmpty()) {
            throw new IllegalArgumentException(
                    "not in this profile: " + lacking(credential) + unfit(credential));
        }
        return new EdubadgeWriter(credential, publication).document().toString();
    }

    static List<CredentialPart> lacking(MicroCredential credential) {
        var lacking = new ArrayList<CredentialPart>();
        if (credits(credential).isEmpty()) {
            lacking.add(CredentialPart.CREDITS);
        }
        if (credential.assessments().stream().anyMatch(a -> a.supervision().isEmpty())) {
            lacking.add(CredentialPart.SUPERVISION);
        }
        return List.copyOf(lacking);
    }

    static List<Refusal> unfit(MicroCredential credential) {
        var unfit = new ArrayList<Refusal>();
        credits(credential)
                .filter(ects -> !isAmount(ects))
                .ifPresent(
                        e -> unfit.add(Refusal.of("credential.edubadges-credits", "credits", e)));
        if (weightiest(credential).isPresent() && assessment(credential).isEmpty()) {
            unfit.add(Refusal.of("credential.edubadges-assessment", "assessments"));
        }
        if (leastSupervised(credential).isPresent() && supervision(credential).isEmpty()) {
            unfit.add(Refusal.of("credential.edubadges-supervision", "assessments"));
        }
        credential.contributors().stream()
                .filter(each -> each.role() == Contributor.Role.JOINT_AWARDING_BODY)
                .map(Contributor::legalName)
                .map(name -> Refusal.of("credential.edubadges-joint", "contributors", name))
                .forEach(unfit::add);
        return List.copyOf(unfit);
    }

    private static boolean isAmount(Ects credits) {
        var hundredths = credits.hundredths();
        return hundredths >= LEAST && hundredths <= MOST && hundredths % STEP == 0;
    }

    static Optional<Ects> credits(MicroCredential credential) {
        return credential.workload().flatMap(Workload::credits);
    }

    /** The word for how it was assessed. */
    static Optional<String> assessment(MicroCredential credential) {
        return weightiest(credential).flatMap(Edubadge::word);
    }

    private static Optional<AssessmentType> weightiest(MicroCredential credential) {
        Assessment weightiest = null;
        for (var one : credential.assessments()) {
            if (one.type().isPresent()
                    && (weightiest == null || weight(one) > weight(weightiest))) {
                weightiest = one;
            }
        }
        return Optional.ofNullable(weightiest).flatMap(Assessment::type);
    }

    private static int weight(Assessment assessment) {
        return assessment.weightPercent().orElse(0);
    }

    private static Optional<String> word(AssessmentType type) {
        return switch (type) {
            case WRITTEN_EXAMINATION,
                    ORAL_EXAMINATION,
                    MARKED_ASSIGNMENT,
                    QUIZ,
                    CONTINUOUS_EVALUATION,
                    PEER_ASSESSMENT,
                    PEER_REVIEW ->
                    Optional.of("testing");
            case PROJECT_WORK, PRACTICAL_ASSESSMENT, PROBLEM_BASED, ARTEFACT, GROUP_PERFORMANCE ->
                    Optional.of("application of a skill");
            case PORTFOLIO -> Optional.of("portfolio");
            case ATTENDANCE -> Optional.empty();
        };
    }

    /** The word for how it was supervised. */
    static Optional<String> supervision(MicroCredential credential) {
        return leastSupervised(credential)
                .flatMap(
                        least ->
                                switch (least) {
                                    case NONE ->
                                            Optional.of(
                                                    "unsupervised with no identity verification");
                                    case NONE_WITH_IDENTITY_CHECK -> Optional.empty();
                                    case ONLINE, ONSITE ->
                                            Optional.of("supervised with no identity verification");
                                    case ONLINE_WITH_IDENTITY_CHECK ->
                                            Optional.of("supervised online");
                                    case ONSITE_WITH_IDENTITY_CHECK ->
                                            Optional.of("onsite with identity verification");
                                });
    }

    /** The order of the values is that of how much they assure. */
    private static Optional<Supervision> leastSupervised(MicroCredential credential) {
        return credential.assessments().stream()
                .flatMap(assessment -> assessment.supervision().stream())
                .min(Comparator.comparingInt(Edubadge::assurance));
    }

    private static int assurance(Supervision supervision) {
        return switch (supervision) {
            case NONE -> 0;
            case NONE_WITH_IDENTITY_CHECK -> 1;
            case ONLINE, ONSITE -> 2;
            case ONLINE_WITH_IDENTITY_CHECK -> 3;
            case ONSITE_WITH_IDENTITY_CHECK -> 4;
        };
    }

    static boolean isIdentityChecked(MicroCredential credential) {
        return credential.assessments().stream()
                .allMatch(
                        assessment ->
                                assessment
                                        .supervision()
                                        .filter(Supervision::identityChecked)
                                        .isPresent());
    }

    /** The word for how the learner took part. */
    static String participation(FormOfParticipation form) {
        return switch (form) {
            case ONLINE -> ONLINE;
            case ONSITE, BLENDED -> "onsite or blended";
        };
    }

    /** Hours as the profile counts them, which are whole. */
    static Optional<Integer> time(MicroCredential credential) {
        return credential
                .workload()
                .flatMap(Workload::hours)
                .map(LearningHours::minutes)
                .filter(minutes -> minutes > 0 && minutes % MINUTES == 0)
                .map(minutes -> minutes / MINUTES);
    }

    private static boolean isOne(JsonObject achievement) {
        return Members.texts(achievement, "type").contains(TYPE);
    }

    /** The credits that an achievement of the profile states. */
    static Optional<Ects> readCredits(JsonObject achievement) {
        return number(achievement, ECTS).flatMap(Ects::parse);
    }

    /** The hours that an achievement of the profile states. */
    static Optional<LearningHours> readHours(JsonObject achievement) {
        return number(achievement, TIME).flatMap(LearningHours::parse);
    }

    private static Optional<String> number(JsonObject achievement, String name) {
        return isOne(achievement) && achievement.get(name) instanceof JsonNumber number
                ? plain(number.bigDecimalValue())
                : Optional.empty();
    }

    private static Optional<String> plain(BigDecimal number) {
        return number.precision() < 9 && Math.abs(number.scale()) < 9
                ? Optional.of(number.stripTrailingZeros().toPlainString())
                : Optional.empty();
    }

    /** The form of participation that an achievement of the profile states, where it is one. */
    static Optional<FormOfParticipation> readParticipation(JsonObject achievement) {
        return Members.text(achievement, PARTICIPATION)
                .filter(word -> isOne(achievement) && word.equals(ONLINE))
                .map(word -> FormOfParticipation.ONLINE);
    }
}
