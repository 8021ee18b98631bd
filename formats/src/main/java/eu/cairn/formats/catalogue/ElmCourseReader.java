package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.formats.catalogue.TypedCourse.Field;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.elm.Concepts;
import eu.cairn.formats.credential.elm.Mark;
import eu.cairn.formats.credential.elm.Nodes;
import eu.cairn.formats.credential.elm.QualificationReader;
import eu.cairn.formats.credential.elm.Read;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one course from JSON-LD of the European Learning Model: a LearningOpportunity with what it
 * leads to, or a specification alone. What stands only in notes is read where Cairn wrote them.
 */
final class ElmCourseReader {

    private static final Set<String> OPPORTUNITY =
            Set.of(
                    "@context",
                    "id",
                    "type",
                    "title",
                    "description",
                    "dcType",
                    "homepage",
                    "defaultLanguage",
                    "mode",
                    "temporal",
                    "supplementaryDocument",
                    "providedBy",
                    "status",
                    "learningAchievementSpecification");

    private static final Set<String> SPECIFICATION =
            Set.of(
                    "@context",
                    "id",
                    "type",
                    "title",
                    "description",
                    "dcType",
                    "identifier",
                    "creditPoint",
                    "volumeOfLearning",
                    "mode",
                    "thematicArea",
                    "language",
                    "isPartialQualification",
                    "eqfLevel",
                    "nqfLevel",
                    "educationLevel",
                    "entryRequirement",
                    "learningOutcome",
                    "influencedBy",
                    "provenBy",
                    "additionalNote",
                    "homepage");

    private final JsonObject opportunity;
    private final JsonObject specification;
    private final QualificationReader reader;
    private final ElmTeachingReader teaching;

    /**
     * @param known the nodes of the document by their identifiers
     */
    private ElmCourseReader(JsonObject course, Map<String, JsonObject> known) {
        if (is(course, "LearningOpportunity")) {
            this.opportunity = course;
            this.specification =
                    Members.object(course, "learningAchievementSpecification")
                            .or(
                                    () ->
                                            Members.text(course, "learningAchievementSpecification")
                                                    .map(known::get))
                            .map(one -> resolved(one, known))
                            .orElse(JsonValue.EMPTY_JSON_OBJECT);
        } else {
            this.opportunity = JsonValue.EMPTY_JSON_OBJECT;
            this.specification = course;
        }
        this.reader = new QualificationReader(specification, JsonValue.EMPTY_JSON_OBJECT);
        this.teaching = new ElmTeachingReader(specification);
    }

    private static JsonObject resolved(JsonObject one, Map<String, JsonObject> known) {
        return one.size() == 1
                ? Members.text(one, "id").map(id -> known.getOrDefault(id, one)).orElse(one)
                : one;
    }

    static boolean is(JsonObject node, String type) {
        return Members.texts(node, "type").contains(type);
    }

    static boolean isSpecification(JsonObject node) {
        return is(node, "Qualification") || is(node, "LearningAchievementSpecification");
    }

    static PublishedCourse read(
            int number, JsonObject course, Map<String, JsonObject> known, Country home) {
        return new ElmCourseReader(course, known).course(number, home);
    }

    private PublishedCourse course(int number, Country home) {
        var id =
                Members.text(opportunity, "id")
                        .or(() -> Members.text(specification, "id"))
                        .orElse("course " + number);
        var providers = Members.objects(opportunity, "providedBy");
        var own = providers.stream().filter(one -> role(one).isEmpty()).findFirst();
        return new PublishedCourse(
                id,
                "course",
                own.flatMap(Read::country).orElse(home),
                own.flatMap(one -> Read.words(one, "legalName")).orElse(""),
                draft(providers),
                reader.hours().map(hours -> new PublishedCourse.StatedHours(hours, hours)),
                List.of(),
                leftOut());
    }

    private CourseDraft draft(List<JsonObject> providers) {
        var language =
                reader.language()
                        .or(
                                () ->
                                        Members.object(opportunity, "defaultLanguage")
                                                .flatMap(ElmCourseReader::language));
        var typed = new TypedCourse();
        Read.wordings(specification, "title")
                .or(() -> Read.wordings(opportunity, "title"))
                .ifPresent(title -> typed.titled(title, language));
        var level = reader.level();
        var period = Members.object(opportunity, "temporal").orElse(JsonValue.EMPTY_JSON_OBJECT);
        typed.with(Field.CODE, code())
                .with(Field.LANGUAGE, language.map(Language::tag))
                .with(Field.CREDITS, reader.credits().map(Ects::toString))
                .with(
                        Field.EQF_LEVEL,
                        level.flatMap(l -> l.eqf()).map(eqf -> String.valueOf(eqf.level())))
                .with(Field.CYCLE, level.flatMap(l -> l.cycle()).map(Cycle::code))
                .with(
                        Field.NATIONAL_LEVEL,
                        Members.object(specification, "nqfLevel")
                                .flatMap(concept -> Members.text(concept, "notation")))
                .with(Field.FIELD, reader.field().map(field -> field.code()))
                .with(
                        Field.PARTICIPATION,
                        reader.participation()
                                .or(
                                        () ->
                                                Read.concept(opportunity, "mode")
                                                        .flatMap(FormOfParticipation::ofUri))
                                .map(FormOfParticipation::code))
                .with(Field.PREREQUISITES, reader.prerequisites())
                .with(Field.FIRST_DAY, Read.day(period, "startDate").map(LocalDate::toString))
                .with(Field.LAST_DAY, Read.day(period, "endDate").map(LocalDate::toString))
                .with(Field.SOURCE, Read.page(opportunity, "supplementaryDocument"))
                .with(
                        Field.DESCRIPTION,
                        Read.words(opportunity, "description")
                                .or(() -> Read.words(specification, "description")))
                .with(Field.GRADING_SCALE, teaching.gradingScale());
        marked(typed);
        var outcomes = reader.outcomes();
        return typed.outcomes(outcomes(outcomes, language))
                .activities(teaching.activities())
                .tasks(teaching.tasks())
                .choices(teaching.passMark(), teaching.alternatives())
                .partners(partners(providers))
                .draft();
    }

    private static Optional<Language> language(JsonObject concept) {
        return Members.text(concept, "notation")
                .flatMap(tag -> Read.orNone(() -> new Language(tag)))
                .or(() -> Members.text(concept, "id").flatMap(Concepts::language));
    }

    /** The code as Cairn marks it, or the one identifier that there is. */
    private Optional<String> code() {
        return Nodes.identifier(specification, Mark.COURSE_CODE)
                .or(() -> Read.identifier(specification));
    }

    private void marked(TypedCourse typed) {
        typed.with(Field.FORMAL_STATUS, Read.marked(specification, Mark.FORMAL_STATUS))
                .with(Field.STACKABILITY, Read.marked(specification, Mark.STACKABILITY))
                .with(Field.NEED, Read.marked(specification, Mark.NEED))
                .with(Field.VALID_MONTHS, Read.marked(specification, Mark.VALID_MONTHS))
                .with(Field.REVIEW_MONTHS, Read.marked(specification, Mark.REVIEW_MONTHS))
                .with(Field.AGEING_REASON, Read.marked(specification, Mark.AGEING_REASON))
                .with(Field.RIGHTS, Read.marked(specification, Mark.RIGHTS));
    }

    private List<CourseDraft.Outcome> outcomes(
            List<LearningOutcome> outcomes, Optional<Language> language) {
        var nodes =
                Members.objects(specification, "learningOutcome").stream()
                        .filter(node -> Read.wordings(node, "title").isPresent())
                        .toList();
        var all = new ArrayList<CourseDraft.Outcome>();
        for (int i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            var main =
                    language.filter(of -> outcome.text().in(of).isPresent())
                            .orElseGet(outcome.text()::authoritativeLanguage);
            all.add(
                    new CourseDraft.Outcome(
                            outcome.text().best(main),
                            false,
                            outcome.text().byLanguage().entrySet().stream()
                                    .filter(one -> !one.getKey().equals(main))
                                    .map(
                                            one ->
                                                    new CourseDraft.Words(
                                                            one.getKey().tag(), one.getValue()))
                                    .toList(),
                            outcome.skills(),
                            Read.marked(nodes.get(i), Mark.TAXONOMY_LEVEL).orElse(""),
                            Read.marked(nodes.get(i), Mark.OUTCOME_KIND).orElse("")));
        }
        return all;
    }

    private static Optional<String> role(JsonObject organisation) {
        return Read.concepts(organisation, "dcType").stream()
                .filter(uri -> uri.startsWith(Concepts.ROLE))
                .map(uri -> uri.substring(Concepts.ROLE.length()))
                .findFirst();
    }

    /** Those who take part, in the places that they were written from. */
    private static List<CourseDraft.Partner> partners(List<JsonObject> providers) {
        return providers.stream()
                .filter(one -> role(one).isPresent())
                .sorted(
                        Comparator.comparing(
                                one ->
                                        Members.text(one, "id")
                                                .map(ElmCourseReader::place)
                                                .orElse(0)))
                .map(
                        one ->
                                new CourseDraft.Partner(
                                        role(one).orElseThrow(),
                                        Read.words(one, "legalName").orElse(""),
                                        Read.country(one).map(Country::code).orElse("")))
                .toList();
    }

    private static int place(String id) {
        var number = id.substring(id.lastIndexOf(':') + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }

    private List<Refusal> leftOut() {
        var names =
                Stream.concat(
                                opportunity.keySet().stream()
                                        .filter(name -> !OPPORTUNITY.contains(name)),
                                specification.keySet().stream()
                                        .filter(name -> !SPECIFICATION.contains(name))
                                        .filter(name -> !name.equals("accreditation")))
                        .distinct()
                        .sorted()
                        .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(Refusal.of("import.left-out", "", String.join(", ", names)));
    }
}
