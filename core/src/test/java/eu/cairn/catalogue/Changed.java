package eu.cairn.catalogue;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.SkillLink;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import eu.cairn.framework.TaxonomyLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A design in which everything is stated, and the same with one element changed. */
public final class Changed {

    private static final Language ITALIAN = new Language("it");

    private Changed() {}

    public static CourseDesign design(CourseDraft draft) {
        return Drafts.review(draft).design().orElseThrow();
    }

    /** Every element is stated. */
    public static CourseDesign complete() {
        return new CourseDesign(
                "CLIMA-5",
                MultilingualText.english("Living with a changing climate")
                        .and(ITALIAN, "Vivere con un clima che cambia"),
                Language.ENGLISH,
                Ects.of(5),
                new Level(
                        Optional.of(new EqfLevel(7)),
                        Optional.of(Cycle.SECOND),
                        Optional.of(
                                new Level.NationalLevelClaim(
                                        "Quadro Nazionale delle Qualificazioni (QNQ)", "7")),
                        Optional.of(LocalDate.of(2026, 11, 23))),
                new FieldOfEducation("0521", "Environmental sciences"),
                FormOfParticipation.BLENDED,
                Optional.of("Bachelor's degree"),
                FormalStatus.STAND_ALONE,
                Optional.of("Master in Climate Services"),
                "Regions must choose measures of adaptation on the ground of data.",
                Optional.of(
                        new CourseDesign.Run(
                                LocalDate.of(2026, 9, 28), LocalDate.of(2026, 11, 13))),
                "0 to 30, pass from 18",
                Optional.of("https://example.org/clima"),
                new CredentialTerms(
                        Optional.of(
                                new CredentialTerms.Ageing(
                                        Optional.of(36), Optional.of(24), "Models age")),
                        List.of(
                                new CredentialTerms.Partner(
                                        Contributor.Role.PROVIDER,
                                        "Centro Meteo Valdoro",
                                        Optional.of(new Country("IT")),
                                        Optional.of("valdoro"))),
                        Optional.of("None"),
                        Optional.of("Taught on site and at home.")),
                List.of(
                        new LearningOutcome(
                                "LO1",
                                MultilingualText.english("interpret climate projections")
                                        .and(ITALIAN, "interpretare le proiezioni"),
                                List.of(
                                        new SkillLink(
                                                "http://data.europa.eu/esco/skill/1",
                                                "read maps"))),
                        new LearningOutcome(
                                "LO2",
                                MultilingualText.english("justify a measure of adaptation"))),
                List.of(
                        new CourseDesign.Activity(
                                "Lectures",
                                LearningHours.of(40),
                                List.of("LO1"),
                                Optional.of(ActivityType.LECTURE),
                                Optional.of(TimeKind.CONTACT),
                                Optional.of(ActivityMode.ONSITE),
                                Optional.of("The climate group"),
                                List.of("Course reader", "https://unibo.example/reader")),
                        new CourseDesign.Activity(
                                "Group work",
                                LearningHours.of(60),
                                List.of("LO2"),
                                Optional.of(ActivityType.PROJECT),
                                Optional.of(TimeKind.GUIDED),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())),
                List.of(
                        new CourseDesign.Task(
                                "A1",
                                "Project report",
                                AssessmentType.PROJECT_WORK,
                                70,
                                LearningHours.of(20),
                                Supervision.NONE_WITH_IDENTITY_CHECK,
                                List.of("LO1"),
                                true,
                                Optional.of("A")),
                        new CourseDesign.Task(
                                "A2",
                                "Oral defence",
                                AssessmentType.ORAL_EXAMINATION,
                                30,
                                LearningHours.of(5),
                                Supervision.ONLINE_WITH_IDENTITY_CHECK,
                                List.of("LO2"),
                                false,
                                Optional.of("A"))),
                List.of(
                        new CourseDesign.Aim(
                                "LO1",
                                Optional.of(TaxonomyLevel.ANALYSE),
                                Optional.of(OutcomeKind.SKILLS))),
                List.of(),
                plan());
    }

    /** The same without its first outcome, with its aim, its first activity and its first task. */
    public static CourseDesign withoutFirst(CourseDesign design) {
        var lists = Set.of("outcomes", "aims", "activities", "tasks");
        return (CourseDesign)
                rebuilt(
                        design,
                        (name, part) ->
                                lists.contains(name) && part instanceof List<?> list
                                        ? list.subList(1, list.size())
                                        : part);
    }

    /** The same with zeros typed behind every amount of its plan. */
    public static CourseDesign withZeros(CourseDesign design) {
        return (CourseDesign) zeros(design);
    }

    private static Object zeros(Object value) {
        return switch (value) {
            case BigDecimal amount -> amount.setScale(amount.scale() + 2);
            case Optional<?> stated -> stated.map(Changed::zeros);
            case List<?> list -> list.stream().map(Changed::zeros).toList();
            case CourseDesign design -> rebuilt(design, (name, part) -> zeros(part));
            case CoursePlan plan -> rebuilt(plan, (name, part) -> zeros(part));
            case CoursePlan.Time time -> rebuilt(time, (name, part) -> zeros(part));
            case CoursePlan.Rate rate -> rebuilt(rate, (name, part) -> zeros(part));
            default -> value;
        };
    }

    private static CoursePlan plan() {
        var asked = LocalDate.of(2026, 5, 4);
        return new CoursePlan(
                new CoursePlan.Relevance(
                        Optional.of("Planners of regions"),
                        List.of(
                                new CoursePlan.Stakeholder(
                                        StakeholderKind.EMPLOYER, "Valdoro", asked)),
                        List.of(
                                new CoursePlan.Evidence(
                                        EvidenceKind.VACANCIES,
                                        "Vacancies of 2026",
                                        Optional.of("https://example.org/vacancies"))),
                        List.of(new CoursePlan.Occupation("planner", Optional.empty()))),
                new CoursePlan.Place(
                        Optional.of("Act on Universities"),
                        List.of(
                                new CoursePlan.Programme(
                                        "/qualifications/borgofiume/1",
                                        "Master in Climate Services",
                                        "Borgofiume",
                                        List.of("Electives")))),
                new CoursePlan.LevelGrounds(
                        Optional.of("knows much"), Optional.of("can do"), Optional.of("leads")),
                new CoursePlan.Time(
                        Optional.of(
                                new CoursePlan.Range(LearningHours.of(100), LearningHours.of(150))),
                        Optional.of(BigDecimal.valueOf(5)),
                        Optional.of(new CoursePlan.SignedReason("Much is known", "Ada", asked)),
                        List.of(
                                new CoursePlan.Rate(
                                        "reading",
                                        BigDecimal.ONE,
                                        BigDecimal.TWO,
                                        BigDecimal.TEN))),
                new CoursePlan.Choices(
                        Optional.of(60),
                        List.of(new CoursePlan.Alternative("A", 2)),
                        Optional.of(Pace.SCHEDULED),
                        Optional.of(true),
                        Optional.of("By portfolio"),
                        List.of(
                                new CoursePlan.Before(
                                        "/catalogue/borgofiume/BASICS", "Basics", true))));
    }

    /** The same with one element changed, found by its place and changed by its type. */
    public static CourseDesign in(CourseDesign design, DesignElement element) {
        return (CourseDesign) changed(design, List.of(element.code().split("\\.")));
    }

    private static Object changed(Object value, List<String> path) {
        if (value instanceof Optional<?> stated) {
            return Optional.of(changed(stated.orElseThrow(), path));
        }
        if (value instanceof List<?> list && !path.isEmpty()) {
            var all = new ArrayList<Object>(list);
            all.set(0, changed(list.getFirst(), path));
            return all;
        }
        if (value instanceof MultilingualText text) {
            return path.isEmpty()
                    ? MultilingualText.of(text.authoritativeLanguage(), text + " more")
                            .and(ITALIAN, text.in(ITALIAN).orElseThrow())
                    : text.and(ITALIAN, text.in(ITALIAN).orElseThrow() + " ancora");
        }
        return path.isEmpty() ? other(value) : rebuilt(value, path);
    }

    private static Object rebuilt(Object value, List<String> path) {
        return rebuilt(
                value,
                (name, part) ->
                        name.equals(path.getFirst())
                                ? changed(part, path.subList(1, path.size()))
                                : part);
    }

    /** A record with other parts, made from their names and what they were. */
    private static Object rebuilt(Object value, BiFunction<String, Object, Object> parts) {
        var components = value.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] =
                        parts.apply(
                                components[i].getName(), components[i].getAccessor().invoke(value));
            }
            return value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object other(Object value) {
        return switch (value) {
            case String text -> text + " more";
            case Integer number -> number - 10;
            case Enum<?> one ->
                    Arrays.stream(one.getDeclaringClass().getEnumConstants())
                            .filter(other -> other != one)
                            .findFirst()
                            .orElseThrow();
            case LearningHours hours -> hours.plus(LearningHours.of(1));
            case Ects credits -> credits.plus(Ects.of(1));
            case EqfLevel level -> new EqfLevel(level.level() - 1);
            case LocalDate day -> day.plusDays(1);
            case Language language -> ITALIAN;
            case Country country -> new Country("FI");
            case FieldOfEducation field -> new FieldOfEducation("0522", field.label());
            case Level.NationalLevelClaim claim ->
                    new Level.NationalLevelClaim(claim.framework(), "8");
            case CourseDesign.Run run -> new CourseDesign.Run(run.from(), run.to().plusDays(7));
            case List<?> list -> longer(list);
            case BigDecimal amount -> amount.add(BigDecimal.ONE);
            case Boolean yes -> !yes;
            case CoursePlan.Range range ->
                    new CoursePlan.Range(range.low(), range.high().plus(LearningHours.of(1)));
            case CoursePlan.SignedReason signed ->
                    new CoursePlan.SignedReason(
                            signed.reason() + " more", signed.signedBy(), signed.signedOn());
            default -> throw new IllegalArgumentException("how to change " + value.getClass());
        };
    }

    /** A list with an entry more: codes name the other outcome too, other entries are unlike. */
    private static List<Object> longer(List<?> list) {
        var all = new ArrayList<Object>(list);
        all.add(
                list.isEmpty()
                        ? new CourseDesign.Remark(
                                Refusal.of("catalogue.title-not-english", "title"),
                                Optional.empty())
                        : switch (list.getLast()) {
                            case String code -> code.equals("LO1") ? "LO2" : "LO1";
                            case LearningOutcome outcome ->
                                    new LearningOutcome(
                                            "LO3", MultilingualText.english("draw a map"));
                            case CourseDesign.Activity activity ->
                                    new CourseDesign.Activity(
                                            "Field trip",
                                            LearningHours.of(8),
                                            List.of("LO1"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            List.of());
                            case CourseDesign.Task task ->
                                    new CourseDesign.Task(
                                            "A3",
                                            "Quiz",
                                            AssessmentType.QUIZ,
                                            10,
                                            LearningHours.of(1),
                                            Supervision.NONE,
                                            List.of("LO1"),
                                            false,
                                            Optional.empty());
                            case CredentialTerms.Partner partner ->
                                    new CredentialTerms.Partner(
                                            Contributor.Role.PLATFORM,
                                            "Savo Learning Oy",
                                            Optional.empty(),
                                            Optional.empty());
                            case SkillLink skill ->
                                    new SkillLink("http://data.europa.eu/esco/skill/2", "count");
                            case CourseDesign.Aim aim ->
                                    new CourseDesign.Aim(
                                            aim.outcome(), Optional.empty(), Optional.empty());
                            case CoursePlan.Stakeholder one ->
                                    new CoursePlan.Stakeholder(one.kind(), "B", one.askedOn());
                            case CoursePlan.Evidence one ->
                                    new CoursePlan.Evidence(one.kind(), "B", Optional.empty());
                            case CoursePlan.Occupation one ->
                                    new CoursePlan.Occupation("B", Optional.empty());
                            case CoursePlan.Programme one ->
                                    new CoursePlan.Programme("/b", "B", "B", List.of());
                            case CoursePlan.Rate one ->
                                    new CoursePlan.Rate("b", one.low(), one.likely(), one.high());
                            case CoursePlan.Alternative one ->
                                    new CoursePlan.Alternative("B", one.take());
                            case CoursePlan.Before one -> new CoursePlan.Before("/b", "B", false);
                            default -> throw new IllegalArgumentException(list.toString());
                        });
        return all;
    }
}
