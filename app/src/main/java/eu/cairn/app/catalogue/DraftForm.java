package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.credential.SkillLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * The designer's form as it was sent: rows are numbered from 1, the alignment matrix is a grid of
 * boxes named {@code teach.OUTCOME.ACTIVITY} and {@code assess.OUTCOME.TASK}.
 */
final class DraftForm {

    private static final int MOST_ROWS = 200;

    private final MultiValueMap<String, String> fields;

    DraftForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** What was pressed, such as {@code save}, {@code add-outcome} or {@code remove-task-2}. */
    String action() {
        return text("action");
    }

    /** Whether who sends the form signs the reason in it; that is never kept with the draft. */
    boolean signs() {
        return fields.containsKey("outsideSigned");
    }

    /** The outcome for which skills are looked up, and what is looked for. */
    Optional<SkillQuestion> skillQuestion() {
        int outcome = action().startsWith("find-skills-") ? number(action()) : -1;
        return outcome < 1
                ? Optional.empty()
                : Optional.of(new SkillQuestion(outcome, text("outcome." + outcome + ".find")));
    }

    /** What the form was written over. */
    Basis basis() {
        var revision = text("revision");
        return new Basis(
                revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : -1, text("window"));
    }

    /** What was typed, after the row that was asked for is added or taken away. */
    CourseDraft draft() {
        var outcomes = rows("outcome", this::outcome);
        var activities = rows("activity", n -> activity(n, outcomes.size()));
        var tasks = rows("task", n -> task(n, outcomes.size()));
        var action = action();
        var answers = rows("answer", this::answer);
        if (action.startsWith("remove-outcome-")) {
            int removed = number(action);
            outcomes.removeIf(row -> row.number == removed);
            activities.replaceAll(
                    row ->
                            new Row<>(
                                    row.number,
                                    row.value.teaching(without(row.value.outcomes(), removed))));
            tasks.replaceAll(
                    row ->
                            new Row<>(
                                    row.number,
                                    row.value.assessing(without(row.value.outcomes(), removed))));
        } else if (action.startsWith("remove-activity-")) {
            activities.removeIf(row -> row.number == number(action));
        } else if (action.startsWith("remove-task-")) {
            tasks.removeIf(row -> row.number == number(action));
        }
        var written =
                draft(
                        outcomes.stream().map(Row::value).toList(),
                        activities.stream().map(Row::value).toList(),
                        tasks.stream().map(Row::value).toList(),
                        answers.stream()
                                .map(Row::value)
                                .filter(answer -> !answer.reason().isBlank())
                                .map(answer -> Answers.after(action, answer))
                                .flatMap(Optional::stream)
                                .toList());
        return switch (action) {
            case "add-outcome" -> Rows.withOutcome(written);
            case "add-activity" -> Rows.withActivity(written);
            case "add-task" -> Rows.withTask(written);
            default -> written;
        };
    }

    private CourseDraft draft(
            List<CourseDraft.Outcome> outcomes,
            List<CourseDraft.Activity> activities,
            List<CourseDraft.Task> tasks,
            List<CourseDraft.Answer> answers) {
        return new CourseDraft(
                text("code"),
                text("title"),
                text("titleEnglish"),
                text("language"),
                text("credits"),
                text("nationalLevel"),
                text("eqfLevel"),
                text("cycle"),
                text("field"),
                text("participation"),
                text("prerequisites"),
                text("formalStatus"),
                text("stackability"),
                text("need"),
                text("startsOn"),
                text("endsOn"),
                text("gradingScale"),
                text("publishedSource"),
                terms(),
                outcomes,
                activities,
                tasks,
                titles(),
                answers,
                new PlanForm(fields).plan(tasks));
    }

    /** The title in further languages, after the one that was asked for is added or taken away. */
    private List<CourseDraft.Words> titles() {
        var titles = rows("title", n -> words("title." + n + ".language", "title." + n));
        titles.removeIf(row -> action().equals("remove-language-" + row.number));
        if (action().equals("add-language")) {
            titles.add(new Row<>(titles.size() + 1, new CourseDraft.Words("", "")));
        }
        return titles.stream().map(Row::value).toList();
    }

    private CourseDraft.Words words(String language, String text) {
        return new CourseDraft.Words(text(language), text(text));
    }

    private CourseDraft.Answer answer(int n) {
        var row = "answer." + n;
        return new CourseDraft.Answer(text(row + ".code"), text(row + ".place"), text(row));
    }

    private CourseDraft.Terms terms() {
        var partners = rows("partner", this::partner);
        partners.removeIf(row -> action().equals("remove-partner-" + row.number));
        if (action().equals("add-partner")) {
            partners.add(new Row<>(partners.size() + 1, new CourseDraft.Partner("", "", "")));
        }
        return new CourseDraft.Terms(
                text("validMonths"),
                text("reviewMonths"),
                text("ageingReason"),
                text("rights"),
                text("description"),
                partners.stream().map(Row::value).toList());
    }

    private CourseDraft.Partner partner(int n) {
        var row = "partner." + n;
        return new CourseDraft.Partner(text(row + ".role"), text(row), text(row + ".country"));
    }

    private record Row<T>(int number, T value) {}

    private <T> List<Row<T>> rows(String kind, IntFunction<T> read) {
        var rows = new ArrayList<Row<T>>();
        for (int n = 1; n <= MOST_ROWS && fields.containsKey(kind + "." + n); n++) {
            rows.add(new Row<>(n, read.apply(n)));
        }
        return rows;
    }

    /** An outcome with its words in the further languages of the title. */
    private CourseDraft.Outcome outcome(int n) {
        var row = "outcome." + n;
        var translations =
                rows("title", m -> words("title." + m + ".language", row + ".translation." + m));
        translations.removeIf(one -> action().equals("remove-language-" + one.number));
        return new CourseDraft.Outcome(
                text(row),
                fields.containsKey(row + ".confirmed"),
                translations.stream().map(Row::value).toList(),
                skills(n),
                text(row + ".taxonomy"),
                text(row + ".kind"));
    }

    /** The skills of an outcome, after the one that was chosen is added or taken away. */
    private List<SkillLink> skills(int n) {
        var row = "outcome." + n + ".skill";
        var skills =
                rows(row, k -> new SkillLink(text(row + "." + k), text(row + "." + k + ".label")));
        skills.removeIf(one -> action().equals("remove-skill-" + n + "-" + one.number));
        var all = new ArrayList<>(skills.stream().map(Row::value).toList());
        var added = action().split(" ", 3);
        if (added.length == 3 && added[0].equals("add-skill-" + n)) {
            var link = new SkillLink(added[1], added[2]);
            if (!all.contains(link)) {
                all.add(link);
            }
        }
        return all;
    }

    private CourseDraft.Activity activity(int n, int outcomes) {
        var row = "activity." + n;
        return new CourseDraft.Activity(
                text(row),
                text(row + ".hours"),
                ticks("teach", n, outcomes),
                text(row + ".type"),
                text(row + ".method"),
                text(row + ".amount"),
                text(row + ".kind"),
                text(row + ".mode"),
                text(row + ".teachers"),
                text(row + ".resources").lines().filter(line -> !line.isBlank()).toList());
    }

    private CourseDraft.Task task(int n, int outcomes) {
        var row = "task." + n;
        return new CourseDraft.Task(
                text(row),
                text(row + ".type"),
                text(row + ".weight"),
                text(row + ".hours"),
                text(row + ".supervision"),
                ticks("assess", n, outcomes),
                fields.containsKey(row + ".mustPass"),
                text(row + ".group"));
    }

    private List<Integer> ticks(String grid, int column, int outcomes) {
        return IntStream.rangeClosed(1, outcomes)
                .filter(outcome -> fields.containsKey(grid + "." + outcome + "." + column))
                .boxed()
                .toList();
    }

    private String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    private static int number(String action) {
        var digits = action.substring(action.lastIndexOf('-') + 1);
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static List<Integer> without(List<Integer> outcomes, int removed) {
        return outcomes.stream()
                .filter(outcome -> outcome != removed)
                .map(outcome -> outcome > removed ? outcome - 1 : outcome)
                .toList();
    }

    /** A draft with one more empty row. */
    private static final class Rows {

        static CourseDraft withOutcome(CourseDraft draft) {
            return draft.with(
                    plus(draft.outcomes(), new CourseDraft.Outcome("", false)),
                    draft.activities(),
                    draft.tasks());
        }

        static CourseDraft withActivity(CourseDraft draft) {
            return draft.with(
                    draft.outcomes(),
                    plus(draft.activities(), new CourseDraft.Activity("", "", List.of())),
                    draft.tasks());
        }

        static CourseDraft withTask(CourseDraft draft) {
            return draft.with(
                    draft.outcomes(),
                    draft.activities(),
                    plus(draft.tasks(), new CourseDraft.Task("", "", "", "", "", List.of())));
        }

        private static <T> List<T> plus(List<T> rows, T row) {
            var more = new ArrayList<>(rows);
            more.add(row);
            return more;
        }
    }
}
