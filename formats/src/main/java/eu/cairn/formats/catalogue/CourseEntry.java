package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** One entry of the file and the draft that its facts make. */
final class CourseEntry {

    private static final Set<String> FIELDS =
            Set.of(
                    ("id kind completeness code title title_en institution institution_type country"
                                    + " ects ects_min hours_total hours_per_credit"
                                    + " hours_per_credit_basis hours_breakdown level language"
                                    + " page_language mode duration field prerequisites"
                                    + " learning_outcomes learning_outcomes_complete content"
                                    + " activities assessment grading awarding_body"
                                    + " quality_assurance stacks_into price dates sources notes")
                            .split(" "));

    /** The systems below a state, by the words with which a framework names them. */
    private static final Map<String, String> SYSTEMS =
            Map.of("(Scotland)", "GB-SCT", "(England)", "GB-ENG", "(Wales)", "GB-WLS");

    private final EntryFields entry;
    private final EntryFields level;
    private final Node node;
    private final EntryFields.Faults faults;

    private CourseEntry(EntryFields entry, Node node, EntryFields.Faults faults) {
        this.entry = entry;
        this.level = entry.inner("level");
        this.node = node;
        this.faults = faults;
    }

    /** Reads an entry; empty only where a fault was kept. */
    static Optional<PublishedCourse> read(
            String id,
            Node node,
            EntryFields.Faults faults,
            NationalFrameworks frameworks,
            LocalDate day) {
        var fields = EntryFields.of("course", node, faults);
        fields.allow(FIELDS);
        var entry = new CourseEntry(fields, node, faults);
        return entry.country()
                .map(
                        country ->
                                new PublishedCourse(
                                        id,
                                        fields.text("kind"),
                                        country,
                                        fields.text("institution"),
                                        entry.draft(entry.nationalLevel(country, frameworks, day)),
                                        entry.statedHours(),
                                        entry.sources()));
    }

    private CourseDraft draft(String nationalLevel) {
        var dates = entry.inner("dates");
        return new CourseDraft(
                entry.text("code"),
                entry.text("title"),
                entry.text("title_en"),
                entry.text("language"),
                credits(),
                nationalLevel,
                level.text("eqf"),
                cycle(),
                entry.inner("field").text("isced_f"),
                entry.text("mode"),
                entry.text("prerequisites"),
                "",
                stackability(),
                "",
                dates.text("start"),
                dates.text("end"),
                entry.text("grading"),
                sources().stream().findFirst().map(PublishedCourse.Source::url).orElse(""),
                new CourseDraft.Terms(),
                outcomes(),
                activities(),
                tasks());
    }

    /** Credits as written; a course of varying size keeps both ends, which are no one amount. */
    private String credits() {
        var credits = entry.text("ects");
        var least = entry.text("ects_min");
        return least.isEmpty() ? credits : least + "–" + credits;
    }

    private Optional<Country> country() {
        var code = entry.text("country");
        var framework = level.text("framework");
        var system =
                SYSTEMS.entrySet().stream()
                        .filter(named -> framework.contains(named.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(named -> named.startsWith(code + "-"))
                        .findFirst();
        var country = Country.parse(system.orElse(code));
        if (country.isEmpty()) {
            faults.add("import.country-invalid", node, code);
        }
        return country;
    }

    private String nationalLevel(Country country, NationalFrameworks frameworks, LocalDate day) {
        return frameworks
                .level(country, level.text("framework_level"), day)
                .map(NationalLevel::level)
                .orElse("");
    }

    private String cycle() {
        var number = level.text("cycle");
        if (number.isEmpty()) {
            return "";
        }
        var cycle =
                Arrays.stream(Cycle.values())
                        .filter(one -> Integer.toString(one.number()).equals(number))
                        .findFirst();
        if (cycle.isEmpty()) {
            faults.add("import.cycle-unknown", node, number);
        }
        return cycle.map(Cycle::code).orElse("");
    }

    /** What the provider itself publishes; the opinions of others are left out. */
    private String stackability() {
        return entry.list("stacks_into").stream()
                .filter(target -> target.text("basis").equals("published"))
                .map(target -> join(": ", target.text("qualification"), target.text("note")))
                .collect(Collectors.joining("; "));
    }

    private List<CourseDraft.Outcome> outcomes() {
        return entry.list("learning_outcomes").stream()
                .map(
                        outcome -> {
                            var original = outcome.text("original");
                            return original.isEmpty() ? outcome.text("en") : original;
                        })
                .map(text -> new CourseDraft.Outcome(text, false))
                .toList();
    }

    private List<CourseDraft.Activity> activities() {
        var activities = new ArrayList<CourseDraft.Activity>();
        for (var part : entry.list("hours_breakdown")) {
            activities.add(
                    new CourseDraft.Activity(part.text("activity"), part.text("hours"), List.of()));
        }
        for (var title : entry.texts("activities")) {
            activities.add(new CourseDraft.Activity(title, "", List.of()));
        }
        return activities;
    }

    private List<CourseDraft.Task> tasks() {
        return entry.list("assessment").stream()
                .map(
                        task ->
                                new CourseDraft.Task(
                                        task.text("method"),
                                        "",
                                        task.text("weight_percent"),
                                        "",
                                        "",
                                        task.numbers("outcomes")))
                .toList();
    }

    private Optional<PublishedCourse.StatedHours> statedHours() {
        var total = entry.inner("hours_total");
        return hours(total.text("min"))
                .flatMap(
                        min ->
                                hours(total.text("max"))
                                        .map(max -> new PublishedCourse.StatedHours(min, max)));
    }

    private Optional<LearningHours> hours(String text) {
        var hours = LearningHours.parse(text);
        if (hours.isEmpty() && !text.isEmpty()) {
            faults.add("import.number-invalid", node, "hours_total", text);
        }
        return hours;
    }

    private List<PublishedCourse.Source> sources() {
        return entry.list("sources").stream()
                .map(source -> new PublishedCourse.Source(source.text("title"), source.text("url")))
                .toList();
    }

    private static String join(String between, String one, String two) {
        return two.isEmpty() ? one : one + between + two;
    }
}
