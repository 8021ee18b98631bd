package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.credential.SkillLink;
import eu.cairn.formats.catalogue.TypedCourse.Field;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.elm.Read;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a Course of the Open Education API, of version 6 or as close to it as version 5 is. */
final class OpenEducationReader {

    private static final List<String> TAKEN =
            List.of(
                    "courseId",
                    "primaryCode",
                    "name",
                    "abbreviation",
                    "studyLoad",
                    "modesOfDelivery",
                    "teachingLanguages",
                    "fieldsOfStudy",
                    "level",
                    "learningOutcomes",
                    "assessment",
                    "link",
                    "otherCodes",
                    "organisation",
                    "description",
                    "admissionRequirements",
                    "firstStartDate",
                    "ext");

    private static final Map<String, String> MODES =
            Map.of("online", "online", "presential", "onsite", "blended", "blended");

    private static final Map<String, String> LEVELS =
            Map.of("associate_degree", "5", "bachelor", "6", "master", "7", "doctoral", "8");

    private final JsonObject course;
    private final JsonObject ext;
    private final Optional<Language> language;

    private OpenEducationReader(JsonObject course) {
        this.course = course;
        this.ext = object(course, "ext");
        this.language =
                Members.texts(course, "teachingLanguages").stream()
                        .findFirst()
                        .map(TypedCourse::shortest)
                        .flatMap(tag -> Read.orNone(() -> new Language(tag)));
    }

    /** Whether an object is a course of this API. */
    static boolean isCourse(JsonObject object) {
        return object.containsKey("name")
                && (object.containsKey("courseId") || object.containsKey("primaryCode"));
    }

    static PublishedCourse read(int number, JsonObject course, Country home) {
        return new OpenEducationReader(course).course(number, home);
    }

    private PublishedCourse course(int number, Country home) {
        var organisation = object(course, "organisation");
        return new PublishedCourse(
                Members.text(course, "courseId").orElse("course " + number),
                "course",
                Members.text(object(organisation, "ext"), "country")
                        .flatMap(code -> Read.orNone(() -> new Country(code)))
                        .orElse(home),
                words(organisation, "name").map(MultilingualText::authoritative).orElse(""),
                draft(),
                load("hour")
                        .or(() -> load("sbu"))
                        .flatMap(LearningHours::parse)
                        .map(hours -> new PublishedCourse.StatedHours(hours, hours)),
                List.of(),
                leftOut());
    }

    private CourseDraft draft() {
        var typed = new TypedCourse();
        words(course, "name").ifPresent(title -> typed.titled(title, language));
        typed.with(
                        Field.CODE,
                        Members.object(course, "primaryCode")
                                .flatMap(code -> Members.text(code, "code"))
                                .or(() -> Members.text(course, "abbreviation")))
                .with(Field.LANGUAGE, language.map(Language::tag))
                .with(
                        Field.CREDITS,
                        load("ects").map(text -> Ects.parse(text).map(Ects::toString).orElse(text)))
                .with(
                        Field.EQF_LEVEL,
                        Members.text(ext, "eqfLevel")
                                .or(() -> Members.text(course, "level").map(LEVELS::get)))
                .with(Field.FIELD, Members.text(course, "fieldsOfStudy"))
                .with(
                        Field.PARTICIPATION,
                        Members.texts(course, "modesOfDelivery").stream()
                                .map(mode -> MODES.getOrDefault(mode, mode))
                                .findFirst())
                .with(Field.PREREQUISITES, inLanguage("admissionRequirements"))
                .with(Field.DESCRIPTION, inLanguage("description"))
                .with(Field.CYCLE, Members.text(ext, "cycle"))
                .with(Field.NATIONAL_LEVEL, Members.text(ext, "nationalLevel"))
                .with(Field.FORMAL_STATUS, Members.text(ext, "formalStatus"))
                .with(Field.STACKABILITY, Members.text(ext, "stackability"))
                .with(Field.NEED, Members.text(ext, "need"))
                .with(Field.GRADING_SCALE, Members.text(ext, "gradingScale"))
                .with(Field.SOURCE, Members.text(ext, "publishedSource"));
        run(typed);
        var terms = object(ext, "terms");
        typed.with(Field.VALID_MONTHS, Members.text(terms, "validMonths"))
                .with(Field.REVIEW_MONTHS, Members.text(terms, "reviewMonths"))
                .with(Field.AGEING_REASON, Members.text(terms, "ageingReason"))
                .with(Field.RIGHTS, Members.text(terms, "rights"));
        return typed.outcomes(outcomes())
                .activities(OpenEducationTeaching.activities(ext))
                .tasks(tasks())
                .choices(text(ext, "passMark"), OpenEducationTeaching.alternatives(ext))
                .partners(
                        Members.objects(ext, "partners").stream()
                                .map(
                                        one ->
                                                new CourseDraft.Partner(
                                                        text(one, "role"),
                                                        text(one, "name"),
                                                        text(one, "country")))
                                .toList())
                .draft();
    }

    private void run(TypedCourse typed) {
        var offering = Members.objects(ext, "courseOfferings").stream().findFirst();
        typed.with(
                        Field.FIRST_DAY,
                        offering.flatMap(one -> Read.day(one, "startDateTime"))
                                .or(() -> Read.day(course, "firstStartDate"))
                                .map(LocalDate::toString))
                .with(
                        Field.LAST_DAY,
                        offering.flatMap(one -> Read.day(one, "endDateTime"))
                                .map(LocalDate::toString));
    }

    private List<CourseDraft.Outcome> outcomes() {
        var outcomes = new ArrayList<CourseDraft.Outcome>();
        for (var object : Members.objects(course, "learningOutcomes")) {
            var text = words(object, "name");
            if (text.isEmpty()) {
                continue;
            }
            var main =
                    language.filter(of -> text.get().in(of).isPresent())
                            .orElseGet(text.get()::authoritativeLanguage);
            var more = object(object, "ext");
            outcomes.add(
                    new CourseDraft.Outcome(
                            text.get().best(main),
                            false,
                            text.get().byLanguage().entrySet().stream()
                                    .filter(one -> !one.getKey().equals(main))
                                    .map(
                                            one ->
                                                    new CourseDraft.Words(
                                                            one.getKey().tag(), one.getValue()))
                                    .toList(),
                            Members.objects(more, "skills").stream()
                                    .map(
                                            skill ->
                                                    new SkillLink(
                                                            text(skill, "uri"),
                                                            text(skill, "label")))
                                    .toList(),
                            text(more, "taxonomyLevel"),
                            text(more, "kind")));
        }
        return outcomes;
    }

    /** The tasks as Cairn writes them; what others say of assessment is one task in words. */
    private List<CourseDraft.Task> tasks() {
        if (!ext.containsKey("assessments")) {
            return inLanguage("assessment").stream()
                    .map(text -> new CourseDraft.Task(text, "", "", "", "", List.of()))
                    .toList();
        }
        return OpenEducationTeaching.tasks(ext);
    }

    /** An amount of study load in a unit, from a list as in version 6 or one as in version 5. */
    private Optional<String> load(String unit) {
        return Members.objects(course, "studyLoad").stream()
                .filter(one -> Members.text(one, "studyLoadUnit").equals(Optional.of(unit)))
                .flatMap(
                        one ->
                                one.get("value") instanceof JsonNumber number
                                        ? Optional.of(plain(number)).stream()
                                        : Members.text(one, "value").stream())
                .findFirst();
    }

    private static String plain(JsonNumber number) {
        var value = number.bigDecimalValue().stripTrailingZeros();
        return Math.abs(value.scale()) > 20 ? number.toString() : value.toPlainString();
    }

    /** The words of the course's language under {@code name}, or the first. */
    private Optional<String> inLanguage(String name) {
        return words(course, name)
                .map(text -> language.map(text::best).orElseGet(text::authoritative));
    }

    /** A list of texts with their languages; one without a language has none that can be said. */
    private static Optional<MultilingualText> words(JsonObject object, String name) {
        var texts = new LinkedHashMap<Language, String>();
        for (var one : Members.objects(object, name)) {
            var value = Members.text(one, "value").filter(text -> !text.isBlank());
            var tag =
                    Members.text(one, "language")
                            .map(TypedCourse::shortest)
                            .flatMap(code -> Read.orNone(() -> new Language(code)));
            if (value.isPresent() && tag.isPresent()) {
                texts.putIfAbsent(tag.get(), value.get());
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new MultilingualText(texts));
    }

    private List<Refusal> leftOut() {
        var names =
                course.entrySet().stream()
                        .filter(one -> !one.getValue().equals(JsonValue.NULL))
                        .map(Map.Entry::getKey)
                        .filter(name -> !TAKEN.contains(name))
                        .sorted()
                        .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(Refusal.of("import.left-out", "", String.join(", ", names)));
    }

    private static JsonObject object(JsonObject object, String name) {
        return Members.object(object, name).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    static String text(JsonObject object, String name) {
        return Members.text(object, name).orElse("");
    }
}
