package eu.cairn.app.catalogue;

import eu.cairn.catalogue.Alignment;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.formats.credential.XmlText;
import eu.cairn.framework.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which activity teaches an outcome and which task assesses it, in words, of a design that is
 * frozen or still a draft.
 *
 * @param language tag of the language that it is written in
 * @param activities the columns of teaching
 * @param tasks the columns of assessment
 */
public record AlignmentMatrix(
        String title,
        String language,
        List<Outcome> outcomes,
        List<Column> activities,
        List<Column> tasks) {

    public AlignmentMatrix {
        title = XmlText.of(title);
        outcomes = List.copyOf(outcomes);
        activities = List.copyOf(activities);
        tasks = List.copyOf(tasks);
    }

    /** An outcome, {@code LO1} and so on. */
    public record Outcome(String code, String text) {
        public Outcome {
            text = XmlText.of(text);
        }
    }

    /**
     * An activity or a task.
     *
     * @param hours as stated, without the unit
     * @param weight percent, as stated; empty for an activity
     * @param serves for each outcome, whether it teaches or assesses it
     */
    public record Column(String title, String hours, String weight, List<Boolean> serves) {
        public Column {
            title = XmlText.of(title);
            hours = XmlText.of(hours);
            weight = XmlText.of(weight);
            serves = List.copyOf(serves);
        }

        /** How many outcomes it teaches or assesses. */
        public long served() {
            return serves.stream().filter(it -> it).count();
        }
    }

    /** The matrix of a frozen design. */
    public static AlignmentMatrix of(CourseDesign design) {
        var codes = design.outcomes().stream().map(it -> it.code()).toList();
        return new AlignmentMatrix(
                design.title().authoritative(),
                design.title().authoritativeLanguage().tag(),
                design.outcomes().stream()
                        .map(it -> new Outcome(it.code(), it.text().authoritative()))
                        .toList(),
                design.activities().stream()
                        .map(
                                it ->
                                        new Column(
                                                it.title(),
                                                it.hours().toString(),
                                                "",
                                                codes.stream()
                                                        .map(it.outcomes()::contains)
                                                        .toList()))
                        .toList(),
                design.tasks().stream()
                        .map(
                                it ->
                                        new Column(
                                                it.code() + " " + it.title(),
                                                it.hours().toString(),
                                                String.valueOf(it.weightPercent()),
                                                codes.stream()
                                                        .map(it.outcomes()::contains)
                                                        .toList()))
                        .toList());
    }

    /** The matrix of a draft as it was typed, with its gaps. */
    public static AlignmentMatrix of(CourseDraft draft) {
        var rows = Alignment.of(draft).rows();
        var activities = new ArrayList<Column>();
        for (int i = 0; i < draft.activities().size(); i++) {
            int at = i;
            var activity = draft.activities().get(i);
            activities.add(
                    new Column(
                            named(activity.title(), "Activity " + (i + 1)),
                            activity.hours(),
                            "",
                            rows.stream().map(row -> row.taughtIn().get(at)).toList()));
        }
        var tasks = new ArrayList<Column>();
        for (int i = 0; i < draft.tasks().size(); i++) {
            int at = i;
            var task = draft.tasks().get(i);
            tasks.add(
                    new Column(
                            "A" + (i + 1) + " " + task.title(),
                            task.hours(),
                            task.weight(),
                            rows.stream().map(row -> row.assessedIn().get(at)).toList()));
        }
        return new AlignmentMatrix(
                named(draft.title(), "New course"),
                draft.language().matches("[a-z]{2,3}") ? draft.language() : Language.ENGLISH.tag(),
                IntStream.rangeClosed(1, draft.outcomes().size())
                        .mapToObj(n -> new Outcome("LO" + n, draft.outcomes().get(n - 1).text()))
                        .toList(),
                activities,
                tasks);
    }

    private static String named(String typed, String otherwise) {
        return typed.isBlank() ? otherwise : typed;
    }
}
