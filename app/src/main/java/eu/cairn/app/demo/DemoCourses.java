package eu.cairn.app.demo;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.framework.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The institutions and courses of the demo, read from {@code courses.yaml} beside this class. A
 * fault in that file is a fault of the build.
 */
public final class DemoCourses {

    private static final LoadSettings TEXT_ONLY =
            LoadSettings.builder().setSchema(new FailsafeSchema()).build();

    private static final Set<String> FIELDS =
            Set.of(
                    ("key organisation status awarded-on code title title-english language credits"
                                    + " national-level eqf-level cycle field participation"
                                    + " prerequisites formal-status stackability need starts-on"
                                    + " ends-on grading-scale published-source outcomes activities"
                                    + " tasks valid-months review-months ageing-reason rights"
                                    + " description partners target-group stakeholders level-skills")
                            .split(" "));

    private DemoCourses() {}

    public static List<DemoOrganisation> organisations() {
        return list(file().get("organisations")).stream()
                .map(DemoCourses::map)
                .map(
                        fields ->
                                new DemoOrganisation(
                                        text(fields, "key"),
                                        text(fields, "name"),
                                        text(fields, "city"),
                                        new Country(text(fields, "country"))))
                .toList();
    }

    /** Every course, in the order of the file. */
    public static List<DemoCourse> all() {
        return list(file().get("courses")).stream()
                .map(DemoCourses::map)
                .map(DemoCourses::course)
                .toList();
    }

    private static DemoCourse course(Map<?, ?> fields) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new IllegalStateException(
                    "a demo course has an unknown field: " + fields.keySet());
        }
        return new DemoCourse(
                text(fields, "key"),
                organisation(text(fields, "organisation")),
                CourseState.ofCode(text(fields, "status")).orElseThrow(),
                draft(fields),
                list(fields.get("awarded-on")).stream()
                        .map(day -> LocalDate.parse((String) day))
                        .toList());
    }

    private static DemoOrganisation organisation(String key) {
        return organisations().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static CourseDraft draft(Map<?, ?> fields) {
        return new CourseDraft(
                        text(fields, "code"),
                        text(fields, "title"),
                        text(fields, "title-english"),
                        text(fields, "language"),
                        text(fields, "credits"),
                        text(fields, "national-level"),
                        text(fields, "eqf-level"),
                        text(fields, "cycle"),
                        text(fields, "field"),
                        text(fields, "participation"),
                        text(fields, "prerequisites"),
                        text(fields, "formal-status"),
                        text(fields, "stackability"),
                        text(fields, "need"),
                        text(fields, "starts-on"),
                        text(fields, "ends-on"),
                        text(fields, "grading-scale"),
                        text(fields, "published-source"),
                        terms(fields),
                        list(fields.get("outcomes")).stream().map(DemoCourses::outcome).toList(),
                        list(fields.get("activities")).stream()
                                .map(DemoCourses::map)
                                .map(DemoCourses::activity)
                                .toList(),
                        list(fields.get("tasks")).stream()
                                .map(DemoCourses::map)
                                .map(DemoCourses::task)
                                .toList())
                .with(plan(fields));
    }

    private static DraftPlan plan(Map<?, ?> fields) {
        return new DraftPlan()
                .with(
                        new DraftPlan.Relevance(
                                text(fields, "target-group"),
                                list(fields.get("stakeholders")).stream()
                                        .map(DemoCourses::map)
                                        .map(DemoCourses::stakeholder)
                                        .toList(),
                                List.of(),
                                List.of()))
                .with(new DraftPlan.LevelGrounds("", text(fields, "level-skills"), ""));
    }

    private static DraftPlan.Stakeholder stakeholder(Map<?, ?> fields) {
        return new DraftPlan.Stakeholder(
                text(fields, "kind"), text(fields, "name"), text(fields, "asked-on"));
    }

    private static CourseDraft.Terms terms(Map<?, ?> fields) {
        return new CourseDraft.Terms(
                text(fields, "valid-months"),
                text(fields, "review-months"),
                text(fields, "ageing-reason"),
                text(fields, "rights"),
                text(fields, "description"),
                list(fields.get("partners")).stream()
                        .map(DemoCourses::map)
                        .map(DemoCourses::partner)
                        .toList());
    }

    private static CourseDraft.Partner partner(Map<?, ?> fields) {
        return new CourseDraft.Partner(
                text(fields, "role"), text(fields, "name"), text(fields, "country"));
    }

    /** An outcome is its text, or a mapping where its verb was confirmed by hand. */
    private static CourseDraft.Outcome outcome(Object written) {
        return written instanceof String text
                ? new CourseDraft.Outcome(text, false)
                : new CourseDraft.Outcome(
                        text(map(written), "text"),
                        text(map(written), "verb-confirmed").equals("true"));
    }

    private static CourseDraft.Activity activity(Map<?, ?> fields) {
        return new CourseDraft.Activity(
                text(fields, "title"),
                text(fields, "hours"),
                numbers(fields),
                text(fields, "type"),
                "",
                "",
                "",
                text(fields, "mode"),
                text(fields, "teachers"),
                list(fields.get("resources")).stream().map(String.class::cast).toList());
    }

    private static CourseDraft.Task task(Map<?, ?> fields) {
        return new CourseDraft.Task(
                text(fields, "title"),
                text(fields, "type"),
                text(fields, "weight"),
                text(fields, "hours"),
                text(fields, "supervision"),
                numbers(fields));
    }

    private static List<Integer> numbers(Map<?, ?> fields) {
        return list(fields.get("outcomes")).stream()
                .map(number -> Integer.valueOf((String) number))
                .toList();
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("the demo courses have a wrong shape: " + value);
    }

    private static Map<?, ?> file() {
        try (var file = DemoCourses.class.getResourceAsStream("courses.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the demo courses are not in the build");
            }
            return map(new Load(TEXT_ONLY).loadFromInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
