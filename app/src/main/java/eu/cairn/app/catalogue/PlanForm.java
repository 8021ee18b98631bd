package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.springframework.util.MultiValueMap;

/**
 * The part of the designer's form that says for whom a course is, where it stands, why its level is
 * right, how its hours are reckoned and what learners choose.
 */
final class PlanForm {

    private static final int MOST_ROWS = 200;

    private final MultiValueMap<String, String> fields;
    private final String action;

    PlanForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
        this.action = text("action");
    }

    /**
     * What was typed, after the row that was asked for is added or taken away.
     *
     * @param tasks of the same form: a group that one of them names has a number to be done
     */
    DraftPlan plan(List<CourseDraft.Task> tasks) {
        return new DraftPlan(
                new DraftPlan.Relevance(
                        text("targetGroup"),
                        rows("stakeholder", this::stakeholder),
                        rows("evidence", this::evidence),
                        rows("occupation", this::occupation)),
                new DraftPlan.Place(
                        text("legalStatus"),
                        rows("programme", n -> new DraftPlan.Programme(text("programme." + n)))),
                new DraftPlan.LevelGrounds(
                        text("groundsKnowledge"),
                        text("groundsSkills"),
                        text("groundsResponsibility")),
                new DraftPlan.Time(
                        text("contactMinimum"),
                        text("outsideReason"),
                        rows("rate", this::rate).stream().filter(PlanForm::stated).toList()),
                choices(tasks));
    }

    private DraftPlan.Choices choices(List<CourseDraft.Task> tasks) {
        var letters = new TreeSet<String>();
        tasks.stream()
                .map(CourseDraft.Task::group)
                .filter(it -> !it.isBlank())
                .forEach(letters::add);
        return new DraftPlan.Choices(
                text("passMark"),
                letters.stream()
                        .map(one -> new DraftPlan.Alternative(one, text("alternative." + one)))
                        .toList(),
                text("pace"),
                text("priorLearning"),
                text("priorLearningHow"),
                rows("before", this::before));
    }

    private DraftPlan.Stakeholder stakeholder(int n) {
        var row = "stakeholder." + n;
        return new DraftPlan.Stakeholder(text(row + ".kind"), text(row), text(row + ".askedOn"));
    }

    private DraftPlan.Evidence evidence(int n) {
        var row = "evidence." + n;
        return new DraftPlan.Evidence(text(row + ".kind"), text(row), text(row + ".link"));
    }

    private DraftPlan.Occupation occupation(int n) {
        var row = "occupation." + n;
        return new DraftPlan.Occupation(text(row), text(row + ".uri"));
    }

    private DraftPlan.Rate rate(int n) {
        var row = "rate." + n;
        return new DraftPlan.Rate(
                text(row), text(row + ".low"), text(row + ".likely"), text(row + ".high"));
    }

    /** A rate that is left empty is that of the table. */
    private static boolean stated(DraftPlan.Rate rate) {
        return !(rate.low() + rate.likely() + rate.high()).isBlank();
    }

    private DraftPlan.Before before(int n) {
        var row = "before." + n;
        return new DraftPlan.Before(text(row), text(row + ".kind"));
    }

    private <T> List<T> rows(String kind, IntFunction<T> read) {
        var rows = new ArrayList<T>();
        int n = 1;
        for (; n <= MOST_ROWS && fields.containsKey(kind + "." + n); n++) {
            if (!action.equals("remove-" + kind + "-" + n)) {
                rows.add(read.apply(n));
            }
        }
        if (action.equals("add-" + kind)) {
            rows.add(read.apply(n));
        }
        return rows;
    }

    private String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }
}
