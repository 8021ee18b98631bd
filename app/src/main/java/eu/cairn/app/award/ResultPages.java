package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import eu.cairn.award.OutcomeProof;
import eu.cairn.award.ResultRow;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an assessor records the results of one learner. */
@Controller
class ResultPages {

    /** As many learners are proposed while a number is typed. */
    private static final int PROPOSED = 500;

    private final Results results;
    private final Awards awards;
    private final LearnerStore learners;
    private final CourseStore courses;

    ResultPages(Results results, Awards awards, LearnerStore learners, CourseStore courses) {
        this.results = results;
        this.awards = awards;
        this.learners = learners;
        this.courses = courses;
    }

    @GetMapping("/awards/{course}/{number}/result")
    Html empty(Page page, Acting acting, @PathVariable UUID course, @PathVariable int number) {
        var proposed = results.lastCriteria(acting, course);
        var outcomes = outcomes(proposed, proposed.keySet());
        var row = new ResultRow(2, "", Map.of(), "", "", "", "", outcomes);
        var hindrances =
                awards.course(acting, course, number) instanceof Decided.Refused<?>(var reasons)
                        ? reasons
                        : List.<Refusal>of();
        return Html.ok(show(page, acting, course, number, new ResultForm(row, hindrances)));
    }

    @PostMapping("/awards/{course}/{number}/result")
    Object record(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam Map<String, String> form) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        var typed = typed(form, version.design(), results.lastCriteria(acting, course));
        return switch (results.record(acting, course, number, typed)) {
            case Decided.Refused<UUID>(var reasons) ->
                    Html.refused(
                            show(page, acting, course, number, new ResultForm(typed, reasons)));
            case Decided.Accepted<UUID>(var batch) -> SeeOther.at("/awards/batches/" + batch);
        };
    }

    /**
     * The row as it was typed. Criteria that were proposed and left as they are state nothing where
     * no evidence and no day stands beside any of them.
     */
    private static ResultRow typed(
            Map<String, String> form, CourseDesign design, Map<String, String> proposed) {
        var tasks = new HashMap<String, String>();
        design.tasks()
                .forEach(
                        task ->
                                tasks.put(
                                        task.code(), form.getOrDefault("task " + task.code(), "")));
        var outcomes = new HashMap<String, OutcomeProof.Typed>();
        for (var outcome : design.outcomes()) {
            var code = outcome.code();
            outcomes.put(
                    code,
                    new OutcomeProof.Typed(
                            "",
                            form.getOrDefault(code + " criterion", ""),
                            form.getOrDefault(code + " evidence", ""),
                            form.getOrDefault(code + " date", "")));
        }
        if (outcomes.equals(outcomes(proposed, outcomes.keySet()))) {
            outcomes.clear();
        }
        return new ResultRow(
                2,
                form.getOrDefault("learner_id", "").strip(),
                tasks,
                form.getOrDefault("passed_on", ""),
                form.getOrDefault("grade", ""),
                form.getOrDefault("identity_checked", ""),
                form.getOrDefault("assessed_by", ""),
                outcomes);
    }

    private static Map<String, OutcomeProof.Typed> outcomes(
            Map<String, String> criteria, Set<String> codes) {
        return codes.stream()
                .collect(
                        Collectors.toMap(
                                code -> code,
                                code ->
                                        new OutcomeProof.Typed(
                                                "", criteria.getOrDefault(code, ""), "", "")));
    }

    private JteModel show(Page page, Acting acting, UUID course, int number, ResultForm form) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        return Html.PAGES.result(
                page.titled("Record results: " + version.design().title().authoritative()),
                version,
                learners.list(acting, "", PROPOSED),
                form);
    }
}
