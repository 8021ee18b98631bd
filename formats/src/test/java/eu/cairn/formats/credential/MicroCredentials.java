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
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any micro-credential that Cairn would write. */
final class MicroCredentials {

    private static final Arbitrary<String> TEXT =
            Arbitraries.strings()
                    .ascii()
                    .withCharRange('À', 'ſ')
                    .withCharRange('Α', 'ω')
                    .withCharRange('ء', 'ي')
                    .withCharRange('一', '三')
                    .ofMinLength(1)
                    .ofMaxLength(30)
                    .filter(text -> !text.isBlank());
    private static final Arbitrary<Language> LANGUAGE =
            Arbitraries.of("en", "it", "fi", "sr-Latn", "zh-Hant-TW", "ga").map(Language::new);
    private static final Arbitrary<LocalDate> DAY =
            Arbitraries.integers()
                    .between(0, 20_000)
                    .map(days -> LocalDate.of(2000, 1, 1).plusDays(days));

    private MicroCredentials() {}

    static Arbitrary<MicroCredential> any() {
        return Combinators.combine(
                        body(),
                        multilingual(),
                        learner(),
                        outcomes(),
                        workload(),
                        level(),
                        assessments(),
                        quality())
                .as(
                        (body, title, learner, outcomes, workload, level, assessments, quality) ->
                                new MicroCredential(
                                        "urn:uuid:0197a1c2-6f2e-7b01-8a55-0e2f1b7c9d10",
                                        title,
                                        Optional.of(learner),
                                        body,
                                        Optional.empty(),
                                        Instant.EPOCH,
                                        Optional.empty(),
                                        outcomes,
                                        Optional.of(workload),
                                        Optional.of(level),
                                        assessments,
                                        Optional.of(FormOfParticipation.ONLINE),
                                        quality,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty()))
                .flatMap(MicroCredentials::withOptionalElements);
    }

    private static Arbitrary<MicroCredential> withOptionalElements(MicroCredential c) {
        var dates =
                Combinators.combine(
                                DAY.optional(),
                                Arbitraries.longs().between(0, 4_000_000_000L),
                                DAY.optional())
                        .as(Dates::new);
        return Combinators.combine(
                        dates,
                        Arbitraries.of(FormOfParticipation.class),
                        Combinators.combine(TEXT, TEXT, frequencies()).as(Grade::new).optional(),
                        TEXT.optional(),
                        Combinators.combine(
                                        Arbitraries.of(FormalStatus.class),
                                        TEXT.optional(),
                                        largerQualifications())
                                .as(Stackability::new)
                                .optional(),
                        TEXT.map(label -> new FieldOfEducation("0521", label)).optional(),
                        LANGUAGE.optional(),
                        Combinators.combine(
                                        course(),
                                        TEXT.optional(),
                                        DAY.optional(),
                                        contributors(),
                                        TEXT.optional())
                                .as(Tail::new))
                .as(
                        (when, form, grade, needed, stack, field, language, tail) ->
                                new MicroCredential(
                                        c.id(),
                                        c.title(),
                                        c.learner(),
                                        c.awardingBody(),
                                        when.awarded,
                                        Instant.ofEpochSecond(when.issued),
                                        when.expires,
                                        c.outcomes(),
                                        c.workload(),
                                        c.level(),
                                        c.assessments(),
                                        Optional.of(form),
                                        c.qualityAssurance(),
                                        grade,
                                        needed,
                                        stack,
                                        field,
                                        language,
                                        tail.course,
                                        tail.description,
                                        tail.review,
                                        tail.contributors,
                                        tail.rights));
    }

    private record Dates(Optional<LocalDate> awarded, long issued, Optional<LocalDate> expires) {}

    private record Tail(
            Optional<CourseReference> course,
            Optional<String> description,
            Optional<LocalDate> review,
            List<Contributor> contributors,
            Optional<String> rights) {}

    private static Arbitrary<List<Grade.Frequency>> frequencies() {
        return Combinators.combine(TEXT, Arbitraries.integers().between(0, 9_999))
                .as(Grade.Frequency::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<Stackability.LargerQualification>> largerQualifications() {
        return Combinators.combine(TEXT, Arbitraries.just("https://a.example/q/1").optional())
                .as(Stackability.LargerQualification::new)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Contributor>> contributors() {
        return Combinators.combine(
                        TEXT,
                        Arbitraries.of(Contributor.Role.class),
                        Arbitraries.just("did:example:b").optional(),
                        Arbitraries.of("FI", "GB-WLS").map(Country::new).optional())
                .as(Contributor::new)
                .list()
                .ofMaxSize(2);
    }

    static Arbitrary<Publication> publications() {
        var status =
                Combinators.combine(
                                Arbitraries.longs().between(0, 4_000_000),
                                Arbitraries.of(Publication.Purpose.class))
                        .as(
                                (index, purpose) ->
                                        new Publication.StatusEntry(
                                                "https://a.example/status/1", index, purpose));
        return Combinators.combine(
                        TEXT.optional(),
                        Arbitraries.just("https://a.example/verify/1").optional(),
                        status.optional(),
                        Arbitraries.just("https://a.example/credentials/1").optional())
                .as(Publication::new);
    }

    /** {@code credential} with what the Edubadges profile demands, where it is otherwise. */
    static MicroCredential fitFor(CredentialFormat format, MicroCredential credential) {
        if (!(format instanceof EdubadgesFormat)
                || (format.lacking(credential).isEmpty() && format.unfit(credential).isEmpty())) {
            return credential;
        }
        var workload = credential.workload().orElseThrow();
        return Changed.of(
                credential,
                Map.of(
                        "contributors",
                        credential.contributors().stream()
                                .filter(one -> one.role() != Contributor.Role.JOINT_AWARDING_BODY)
                                .toList(),
                        "workload",
                        Optional.of(
                                new Workload(
                                        Ects.parse("3.5"),
                                        workload.hours(),
                                        workload.activities())),
                        "assessments",
                        credential.assessments().stream()
                                .map(
                                        one ->
                                                new Assessment(
                                                        one.title(),
                                                        one.type()
                                                                .filter(
                                                                        type ->
                                                                                type
                                                                                        != AssessmentType
                                                                                                .ATTENDANCE)
                                                                .or(
                                                                        () ->
                                                                                Optional.of(
                                                                                        AssessmentType
                                                                                                .QUIZ)),
                                                        one.weightPercent(),
                                                        one.supervision()
                                                                .filter(
                                                                        how ->
                                                                                how
                                                                                        != Supervision
                                                                                                .NONE_WITH_IDENTITY_CHECK)
                                                                .or(
                                                                        () ->
                                                                                Optional.of(
                                                                                        Supervision
                                                                                                .NONE))))
                                .toList()));
    }

    static MicroCredential without(MicroCredential c) {
        return Changed.of(c, Map.of("qualityAssurance", List.of()));
    }

    private static Arbitrary<MultilingualText> multilingual() {
        return Arbitraries.maps(LANGUAGE, TEXT)
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(texts -> new MultilingualText(new LinkedHashMap<>(texts)));
    }

    private static Arbitrary<Learner> learner() {
        return Combinators.combine(TEXT, TEXT.optional(), TEXT.optional(), TEXT.optional())
                .as(Learner::new);
    }

    private static Arbitrary<AwardingBody> body() {
        return Combinators.combine(
                        TEXT,
                        Arbitraries.of("IT", "GB-SCT", "BE-VLG", "IE").map(Country::new),
                        TEXT.optional(),
                        Arbitraries.just("https://a.example/").optional())
                .as(
                        (name, country, place, url) ->
                                new AwardingBody(
                                        "did:example:a", name, Optional.of(country), place, url));
    }

    private static Arbitrary<List<LearningOutcome>> outcomes() {
        var skills =
                Combinators.combine(
                                Arbitraries.of(
                                        "https://a.example/skill/1",
                                        "http://data.europa.eu/esco/skill/1"),
                                TEXT)
                        .as(SkillLink::new)
                        .list()
                        .ofMaxSize(2);
        return Combinators.combine(TEXT, multilingual(), skills)
                .as(LearningOutcome::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<Workload> workload() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 600_000).map(Ects::new),
                        Arbitraries.integers().between(0, 100_000).map(LearningHours::new),
                        Arbitraries.integers().between(0, 2),
                        Combinators.combine(TEXT, Arbitraries.integers().between(0, 60_000))
                                .as(
                                        (name, time) ->
                                                new ActivityHours(name, new LearningHours(time)))
                                .list()
                                .ofMaxSize(3))
                .as(
                        (credits, hours, which, activities) ->
                                new Workload(
                                        which == 1 ? Optional.empty() : Optional.of(credits),
                                        which == 2 ? Optional.empty() : Optional.of(hours),
                                        activities));
    }

    private static Arbitrary<Level> level() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8).map(EqfLevel::new),
                        Arbitraries.of(Cycle.class).optional(),
                        Combinators.combine(TEXT, TEXT)
                                .as(Level.NationalLevelClaim::new)
                                .optional(),
                        DAY.optional())
                .as(
                        (eqf, cycle, national, day) ->
                                new Level(Optional.of(eqf), cycle, national, day));
    }

    private static Arbitrary<List<Assessment>> assessments() {
        return Combinators.combine(
                        TEXT,
                        Arbitraries.of(AssessmentType.class),
                        Arbitraries.integers().between(0, 100).optional(),
                        Arbitraries.of(Supervision.class).optional())
                .as((title, type, w, s) -> new Assessment(title, Optional.of(type), w, s))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<List<QualityAssurance>> quality() {
        return Combinators.combine(
                        Arbitraries.of(QualityAssurance.Kind.class),
                        TEXT,
                        TEXT.optional(),
                        DAY.optional(),
                        DAY.optional(),
                        TEXT.optional())
                .as(QualityAssurance::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Optional<CourseReference>> course() {
        return Combinators.combine(TEXT.optional(), TEXT.optional())
                .as((code, version) -> new CourseReference("https://a.example/c/1", code, version))
                .optional();
    }
}
