package eu.cairn.formats.catalogue;

import static eu.cairn.formats.catalogue.OpenEducationReader.text;
import static eu.cairn.formats.catalogue.OpenEducationWriter.put;
import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.formats.credential.Members;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * How a course is taught and assessed, in the {@code ext} of a Course of the Open Education API:
 * what Cairn writes there and reads back.
 */
final class OpenEducationTeaching {

    private OpenEducationTeaching() {}

    static void write(CourseDraft typed, JsonObjectBuilder ext) {
        ext.add("activities", activities(typed)).add("assessments", assessments(typed));
        put(ext, "passMark", typed.plan().choices().passMark());
        var alternatives = JSON.createArrayBuilder();
        for (var one : typed.plan().choices().alternatives()) {
            alternatives.add(
                    JSON.createObjectBuilder().add("group", one.group()).add("take", one.take()));
        }
        ext.add("alternatives", alternatives);
    }

    private static JsonArray activities(CourseDraft typed) {
        var all = JSON.createArrayBuilder();
        for (var activity : typed.activities()) {
            var object = JSON.createObjectBuilder().add("title", activity.title());
            put(object, "hours", activity.hours());
            put(object, "type", activity.type());
            put(object, "kind", activity.kind());
            put(object, "mode", activity.mode());
            put(object, "teachers", activity.teachers());
            if (!activity.resources().isEmpty()) {
                object.add("resources", JSON.createArrayBuilder(activity.resources()));
            }
            all.add(object.add("outcomes", numbers(activity.outcomes())));
        }
        return all.build();
    }

    private static JsonArray assessments(CourseDraft typed) {
        var all = JSON.createArrayBuilder();
        for (var task : typed.tasks()) {
            var object =
                    JSON.createObjectBuilder()
                            .add("title", task.title())
                            .add("type", task.type())
                            .add("weight", task.weight())
                            .add("hours", task.hours())
                            .add("supervision", task.supervision())
                            .add("outcomes", numbers(task.outcomes()))
                            .add("mustPass", task.mustPass());
            put(object, "group", task.group());
            all.add(object);
        }
        return all.build();
    }

    private static JsonArrayBuilder numbers(List<Integer> numbers) {
        var all = JSON.createArrayBuilder();
        numbers.forEach(all::add);
        return all;
    }

    static List<CourseDraft.Activity> activities(JsonObject ext) {
        return Members.objects(ext, "activities").stream()
                .map(OpenEducationTeaching::activity)
                .toList();
    }

    private static CourseDraft.Activity activity(JsonObject one) {
        return new CourseDraft.Activity(
                text(one, "title"),
                text(one, "hours"),
                numbers(one),
                text(one, "type"),
                "",
                "",
                text(one, "kind"),
                text(one, "mode"),
                text(one, "teachers"),
                Members.texts(one, "resources"));
    }

    static List<CourseDraft.Task> tasks(JsonObject ext) {
        return Members.objects(ext, "assessments").stream()
                .map(
                        one ->
                                new CourseDraft.Task(
                                        text(one, "title"),
                                        text(one, "type"),
                                        text(one, "weight"),
                                        text(one, "hours"),
                                        text(one, "supervision"),
                                        numbers(one),
                                        one.getBoolean("mustPass", false),
                                        text(one, "group")))
                .toList();
    }

    static List<DraftPlan.Alternative> alternatives(JsonObject ext) {
        return Members.objects(ext, "alternatives").stream()
                .map(one -> new DraftPlan.Alternative(text(one, "group"), text(one, "take")))
                .toList();
    }

    private static List<Integer> numbers(JsonObject one) {
        return Members.items(one, "outcomes")
                .filter(JsonNumber.class::isInstance)
                .map(value -> ((JsonNumber) value).bigDecimalValue())
                .filter(value -> value.toPlainString().matches("[1-9]\\d{0,2}"))
                .map(value -> value.intValue())
                .toList();
    }
}
