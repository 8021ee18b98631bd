package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.NationalFrameworks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Designs for tests: a complete one, and ways to spoil it. */
public final class Drafts {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final Country ITALY = new Country("IT");

    private Drafts() {}

    /** 5 ECTS, 125 hours, three outcomes, each taught and assessed. */
    public static CourseDraft complete() {
        return bare().with(plan());
    }

    /** For whom the complete course is, and who was asked whether it is needed. */
    public static DraftPlan plan() {
        return new DraftPlan()
                .with(
                        new DraftPlan.Relevance(
                                "Engineers and planners of regions and utilities",
                                List.of(
                                        new DraftPlan.Stakeholder(
                                                "public-body", "Regione Valdoro", "2026-03-02")),
                                List.of(),
                                List.of()));
    }

    /** The complete course before anybody said for whom it is. */
    private static CourseDraft bare() {
        return new CourseDraft(
                "CLIMA-5",
                "Living with a changing climate",
                "",
                "en",
                "5",
                "7",
                "7",
                "second",
                "0521",
                "blended",
                "Bachelor's degree",
                "stand-alone",
                "",
                "Regions must choose measures of adaptation on the ground of data.",
                "2026-09-28",
                "2026-11-13",
                "0 to 30, pass from 18",
                "",
                new CourseDraft.Terms(),
                List.of(
                        outcome("interpret climate projections of a region"),
                        outcome("evaluate the uncertainty of a projection in a decision"),
                        outcome("justify a measure of adaptation before those who pay for it")),
                List.of(
                        new CourseDraft.Activity("Lectures", "40", List.of(1, 2)),
                        new CourseDraft.Activity("Group work", "60", List.of(2, 3))),
                List.of(
                        new CourseDraft.Task(
                                "Project",
                                "project-work",
                                "70",
                                "20",
                                "unsupervised-id",
                                List.of(1, 2)),
                        new CourseDraft.Task(
                                "Oral defence",
                                "oral-examination",
                                "30",
                                "5",
                                "supervised-online-id",
                                List.of(3))));
    }

    public static CourseDraft.Outcome outcome(String text) {
        return new CourseDraft.Outcome(text, false);
    }

    public static DesignReview review(CourseDraft draft) {
        return DesignReview.of(draft, ITALY, NationalFrameworks.published(), DAY);
    }

    /** The frozen version of a design that has no faults. */
    public static CourseVersion version(CourseDraft draft, UUID submittedBy) {
        return new CourseVersion(
                new UUID(7, 1),
                1,
                new UUID(7, 2),
                ITALY,
                submittedBy,
                DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                review(draft).design().orElseThrow());
    }

    public static CourseDraft code(String code) {
        return typed(Map.of("code", code));
    }

    public static CourseDraft credits(String credits) {
        return typed(Map.of("credits", credits));
    }

    public static CourseDraft levels(String national, String eqf, String cycle) {
        return typed(Map.of("nationalLevel", national, "eqfLevel", eqf, "cycle", cycle));
    }

    public static CourseDraft dates(String from, String to) {
        return typed(Map.of("startsOn", from, "endsOn", to));
    }

    public static CourseDraft outcomes(UnaryOperator<List<CourseDraft.Outcome>> change) {
        var d = complete();
        return with(
                Map.of(),
                d.terms(),
                change.apply(new ArrayList<>(d.outcomes())),
                d.activities(),
                d.tasks());
    }

    public static CourseDraft served(
            List<CourseDraft.Activity> activities, List<CourseDraft.Task> tasks) {
        var d = complete();
        return with(Map.of(), d.terms(), d.outcomes(), activities, tasks);
    }

    public static CourseDraft terms(CourseDraft.Terms terms) {
        var d = complete();
        return with(Map.of(), terms, d.outcomes(), d.activities(), d.tasks());
    }

    /** A draft whose credentials hold and are to be reviewed after some months. */
    public static CourseDraft ageing(String validMonths, String reviewMonths, String reason) {
        return terms(new CourseDraft.Terms(validMonths, reviewMonths, reason, "", "", List.of()));
    }

    public static CourseDraft partners(CourseDraft.Partner... partners) {
        return terms(new CourseDraft.Terms("", "", "", "", "", List.of(partners)));
    }

    /** The complete draft with something else typed in one of the fields that can be spoilt. */
    public static CourseDraft typed(String field, String text) {
        return typed(Map.of(field, text));
    }

    public static CourseDraft titled(CourseDraft.Words... titles) {
        var d = complete();
        return more(d, List.of(titles), List.of());
    }

    public static CourseDraft answered(CourseDraft draft, CourseDraft.Answer... answers) {
        return more(draft, List.of(), List.of(answers));
    }

    /** A draft with other activities and tasks. */
    public static CourseDraft parts(
            CourseDraft draft,
            List<CourseDraft.Activity> activities,
            List<CourseDraft.Task> tasks) {
        return with(Map.of(), draft.terms(), draft.outcomes(), activities, tasks);
    }

    private static CourseDraft more(
            CourseDraft d, List<CourseDraft.Words> titles, List<CourseDraft.Answer> answers) {
        return new CourseDraft(
                d.code(),
                d.title(),
                d.titleEnglish(),
                d.language(),
                d.credits(),
                d.nationalLevel(),
                d.eqfLevel(),
                d.cycle(),
                d.field(),
                d.participation(),
                d.prerequisites(),
                d.formalStatus(),
                d.stackability(),
                d.need(),
                d.startsOn(),
                d.endsOn(),
                d.gradingScale(),
                d.publishedSource(),
                d.terms(),
                d.outcomes(),
                d.activities(),
                d.tasks(),
                titles,
                answers,
                d.plan());
    }

    private static CourseDraft typed(Map<String, String> typed) {
        var d = complete();
        return with(typed, d.terms(), d.outcomes(), d.activities(), d.tasks());
    }

    /** The complete draft with other things typed in some fields, and with these parts. */
    private static CourseDraft with(
            Map<String, String> typed,
            CourseDraft.Terms terms,
            List<CourseDraft.Outcome> outcomes,
            List<CourseDraft.Activity> activities,
            List<CourseDraft.Task> tasks) {
        var d = complete();
        return new CourseDraft(
                typed.getOrDefault("code", d.code()),
                d.title(),
                d.titleEnglish(),
                d.language(),
                typed.getOrDefault("credits", d.credits()),
                typed.getOrDefault("nationalLevel", d.nationalLevel()),
                typed.getOrDefault("eqfLevel", d.eqfLevel()),
                typed.getOrDefault("cycle", d.cycle()),
                d.field(),
                d.participation(),
                d.prerequisites(),
                d.formalStatus(),
                d.stackability(),
                d.need(),
                typed.getOrDefault("startsOn", d.startsOn()),
                typed.getOrDefault("endsOn", d.endsOn()),
                d.gradingScale(),
                d.publishedSource(),
                terms,
                outcomes,
                activities,
                tasks,
                d.titles(),
                d.answers(),
                d.plan());
    }
}
