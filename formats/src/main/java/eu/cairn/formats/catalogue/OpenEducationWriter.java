package eu.cairn.formats.catalogue;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.DesignAsTyped;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes one course in the terms of the Open Education API v6. */
final class OpenEducationWriter {

    private final CourseSpecification course;
    private final CourseDesign design;
    private final CourseDraft typed;

    OpenEducationWriter(CourseSpecification course) {
        this.course = course;
        this.design = course.design();
        this.typed = DesignAsTyped.of(course.design());
    }

    JsonObject course() {
        var object =
                JSON.createObjectBuilder()
                        .add("courseId", course.course().toString())
                        .add("primaryCode", code(design.code()))
                        .add("name", words(design.title()))
                        .add("abbreviation", design.code())
                        .add(
                                "studyLoad",
                                JSON.createArrayBuilder()
                                        .add(load("ects", design.credits().toDecimal()))
                                        .add(load("hour", design.hours().toDecimal())))
                        .add(
                                "modesOfDelivery",
                                JSON.createArrayBuilder().add(mode(design.participation())))
                        .add(
                                "teachingLanguages",
                                JSON.createArrayBuilder()
                                        .add(OpenEducationCourse.tag(design.language())))
                        .add("fieldsOfStudy", design.field().code())
                        .add("level", level())
                        .add("learningOutcomes", outcomes())
                        .add("assessment", inLanguage(assessment()))
                        .add("link", course.address())
                        .add(
                                "otherCodes",
                                JSON.createArrayBuilder()
                                        .add(
                                                JSON.createObjectBuilder()
                                                        .add("codeType", "x-version")
                                                        .add(
                                                                "code",
                                                                String.valueOf(course.number()))))
                        .add("organisation", organisation());
        design.terms().description().ifPresent(text -> object.add("description", inLanguage(text)));
        design.prerequisites()
                .ifPresent(text -> object.add("admissionRequirements", inLanguage(text)));
        design.firstRun().ifPresent(run -> object.add("firstStartDate", run.from() + "T00:00:00Z"));
        return object.add("ext", ext()).build();
    }

    private static String mode(FormOfParticipation form) {
        return switch (form) {
            case ONLINE -> "online";
            case ONSITE -> "presential";
            case BLENDED -> "blended";
        };
    }

    /** The level of study that the API has for a level of the EQF. */
    private String level() {
        return switch (design.level().eqf().map(eqf -> eqf.level()).orElse(0)) {
            case 5 -> "associate_degree";
            case 6 -> "bachelor";
            case 7 -> "master";
            case 8 -> "doctoral";
            default -> "undefined";
        };
    }

    private JsonArray outcomes() {
        var outcomes = JSON.createArrayBuilder();
        for (int i = 0; i < design.outcomes().size(); i++) {
            var outcome = design.outcomes().get(i);
            var as = typed.outcomes().get(i);
            var object =
                    JSON.createObjectBuilder()
                            .add("learningOutcomeId", part(outcome.code()))
                            .add("primaryCode", code(outcome.code()))
                            .add("name", words(outcome.text()))
                            .add(
                                    "startDate",
                                    course.frozenAt()
                                            .atZone(ZoneOffset.UTC)
                                            .toLocalDate()
                                            .toString());
            var ext = JSON.createObjectBuilder();
            put(ext, "taxonomyLevel", as.taxonomy());
            put(ext, "kind", as.kind());
            if (!as.skills().isEmpty()) {
                var skills = JSON.createArrayBuilder();
                as.skills()
                        .forEach(
                                skill ->
                                        skills.add(
                                                JSON.createObjectBuilder()
                                                        .add("uri", skill.uri())
                                                        .add("label", skill.label())));
                ext.add("skills", skills);
            }
            outcomes.add(object.add("ext", ext));
        }
        return outcomes.build();
    }

    private String assessment() {
        return design.tasks().stream()
                        .map(task -> "%s (%d %%)".formatted(task.title(), task.weightPercent()))
                        .collect(Collectors.joining("; "))
                + ". "
                + design.gradingScale();
    }

    private JsonObject organisation() {
        var body = course.institution();
        return JSON.createObjectBuilder()
                .add("organisationId", named(body.id()))
                .add("primaryCode", code(body.id()))
                .add("organisationType", "institute")
                .add(
                        "name",
                        JSON.createArrayBuilder().add(word(course.language(), body.legalName())))
                .add("ext", country())
                .build();
    }

    private JsonObjectBuilder country() {
        var ext = JSON.createObjectBuilder();
        course.institution().country().ifPresent(country -> ext.add("country", country.code()));
        return ext;
    }

    private JsonObject ext() {
        var ext = JSON.createObjectBuilder();
        put(ext, "state", course.state().code());
        put(ext, "eqfLevel", typed.eqfLevel());
        put(ext, "cycle", typed.cycle());
        put(ext, "nationalLevel", typed.nationalLevel());
        put(ext, "formalStatus", typed.formalStatus());
        put(ext, "stackability", typed.stackability());
        put(ext, "need", typed.need());
        put(ext, "gradingScale", typed.gradingScale());
        put(ext, "publishedSource", typed.publishedSource());
        OpenEducationTeaching.write(typed, ext);
        var terms = JSON.createObjectBuilder();
        put(terms, "validMonths", typed.terms().validMonths());
        put(terms, "reviewMonths", typed.terms().reviewMonths());
        put(terms, "ageingReason", typed.terms().ageingReason());
        put(terms, "rights", typed.terms().rights());
        ext.add("terms", terms).add("partners", partners());
        course.approval()
                .ifPresent(
                        quality -> {
                            var decided = JSON.createObjectBuilder();
                            put(decided, "decidedBy", quality.decidedBy());
                            quality.decidedOn()
                                    .ifPresent(day -> decided.add("decidedOn", day.toString()));
                            quality.validUntil()
                                    .ifPresent(day -> decided.add("validUntil", day.toString()));
                            ext.add("qualityAssurance", decided);
                        });
        design.firstRun()
                .ifPresent(
                        run ->
                                ext.add(
                                        "courseOfferings",
                                        JSON.createArrayBuilder().add(offering(run))));
        return ext.build();
    }

    private JsonObject offering(CourseDesign.Run run) {
        return JSON.createObjectBuilder()
                .add("offeringId", part("run 1"))
                .add("offeringType", "course")
                .add(
                        "primaryCode",
                        JSON.createObjectBuilder()
                                .add("codeType", "offering_code")
                                .add("code", design.code() + "-" + run.from()))
                .add("name", words(design.title()))
                .add("state", course.state() == CourseState.PUBLISHED ? "active" : "inactive")
                .add("startDateTime", run.from() + "T00:00:00Z")
                .add("endDateTime", run.to() + "T23:59:59Z")
                .add("course", course.course().toString())
                .build();
    }

    private JsonArray partners() {
        var all = JSON.createArrayBuilder();
        for (var partner : typed.terms().partners()) {
            var object =
                    JSON.createObjectBuilder()
                            .add("role", partner.role())
                            .add("name", partner.name());
            put(object, "country", partner.country());
            all.add(object);
        }
        return all.build();
    }

    private static JsonObject load(String unit, BigDecimal value) {
        return JSON.createObjectBuilder()
                .add("studyLoadUnit", unit)
                .add("value", value.stripTrailingZeros())
                .build();
    }

    private static JsonObject code(String code) {
        return JSON.createObjectBuilder().add("codeType", "identifier").add("code", code).build();
    }

    private static JsonArray words(MultilingualText text) {
        var words = JSON.createArrayBuilder();
        text.byLanguage().forEach((language, value) -> words.add(word(language, value)));
        return words.build();
    }

    private JsonArrayBuilder inLanguage(String text) {
        return JSON.createArrayBuilder().add(word(design.language(), text));
    }

    private static JsonObject word(Language language, String text) {
        return JSON.createObjectBuilder()
                .add("language", OpenEducationCourse.tag(language))
                .add("value", text)
                .build();
    }

    static void put(JsonObjectBuilder object, String name, String text) {
        if (!text.isEmpty()) {
            object.add(name, text);
        }
    }

    /** The same identifier for the same part of the same version, whenever it is written. */
    private String part(String name) {
        return named(course.course() + "/" + course.number() + "/" + name);
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
