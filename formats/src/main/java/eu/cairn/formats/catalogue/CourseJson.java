package eu.cairn.formats.catalogue;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads courses from JSON of at most {@link StrictJson#MAX_BYTES}: courses of the Open Education
 * API, one, a list or a page of them; or a document of the European Learning Model, with its
 * courses at the top or in its graph.
 */
public final class CourseJson {

    private CourseJson() {}

    /**
     * @param home the country of an institution of which the file says none
     */
    public static Decided<List<PublishedCourse>> read(byte[] file, Country home) {
        boolean list = first(file) == '[';
        var nodes =
                list
                        ? StrictJson.parseArray(file).map(CourseJson::objects)
                        : StrictJson.parseTable(file).map(CourseJson::nodes);
        return switch (nodes) {
            case Decided.Refused<List<JsonObject>>(var reasons) ->
                    Decided.refused(reasons.stream().map(CourseJson::said).toList());
            case Decided.Accepted<List<JsonObject>>(var found) -> courses(found, home);
        };
    }

    static char first(byte[] file) {
        for (var one : file) {
            if (one != ' ' && one != '\n' && one != '\r' && one != '\t' && one > 0) {
                return (char) one;
            }
        }
        return ' ';
    }

    private static Refusal said(Refusal reason) {
        return reason.code().equals("format.too-large")
                ? Refusal.of("import.file-too-large", "", StrictJson.MAX_BYTES)
                : Refusal.of(
                        "import.json-unreadable",
                        "",
                        reason.code().substring("format.".length()).replace('-', ' '));
    }

    private static List<JsonObject> nodes(JsonObject document) {
        if (document.get("@graph") instanceof JsonArray graph) {
            return objects(graph);
        }
        return document.get("items") instanceof JsonArray items
                ? objects(items)
                : List.of(document);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static Decided<List<PublishedCourse>> courses(List<JsonObject> nodes, Country home) {
        Map<String, JsonObject> known = new HashMap<>();
        nodes.forEach(node -> Members.text(node, "id").ifPresent(id -> known.put(id, node)));
        boolean opportunities =
                nodes.stream().anyMatch(node -> ElmCourseReader.is(node, "LearningOpportunity"));
        var courses = new ArrayList<PublishedCourse>();
        for (var node : nodes) {
            if (opportunities
                    ? ElmCourseReader.is(node, "LearningOpportunity")
                    : ElmCourseReader.isSpecification(node)) {
                courses.add(ElmCourseReader.read(courses.size() + 1, node, known, home));
            } else if (OpenEducationReader.isCourse(node)) {
                courses.add(OpenEducationReader.read(courses.size() + 1, node, home));
            }
        }
        if (courses.isEmpty()) {
            return Decided.refused(Refusal.of("import.no-course", ""));
        }
        var ids = courses.stream().map(PublishedCourse::id).toList();
        var twice = ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).distinct();
        var faults = twice.map(id -> Refusal.of("import.id-repeated", "", id)).toList();
        return faults.isEmpty() ? Decided.accepted(courses) : Decided.refused(faults);
    }

    /** Whether the first character of a file says that it is JSON. */
    public static boolean isJson(byte[] file) {
        return Stream.of('{', '[').anyMatch(start -> start == first(file));
    }
}
