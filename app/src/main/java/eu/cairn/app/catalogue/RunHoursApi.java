package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.catalogue.HoursRule;
import eu.cairn.catalogue.HoursSpread;
import eu.cairn.catalogue.ReportedRun;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hours that learners reported of the runs of a course, for machines. */
@RestController
@Tag(name = "Courses")
class RunHoursApi {

    private final HoursReports reports;
    private final HoursRules rules;

    RunHoursApi(HoursReports reports, HoursRules rules) {
        this.reports = reports;
        this.rules = rules;
    }

    /** What is planned in the version that is asked for, what was reported, and by which rule. */
    record Hours(Planned planned, int percent, List<Run> runs) {}

    /** The estimate of a version. */
    record Planned(LearningHours low, LearningHours likely, LearningHours high) {}

    /**
     * What was reported of one run.
     *
     * @param source {@code learners}, or {@code table} where a survey was loaded
     * @param planned the likely hours of the version that ran
     * @param finding the code of the deviation, where there is one
     */
    record Run(
            int version,
            Optional<UUID> run,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String source,
            LearningHours planned,
            HoursSpread hours,
            Map<String, HoursSpread> ofKinds,
            Optional<String> finding) {

        static Run of(ReportedRun one, HoursRule rule, LearningHours now) {
            var kinds = new TreeMap<String, HoursSpread>();
            for (var kind : TimeKind.values()) {
                Optional.ofNullable(one.ofKinds().get(kind))
                        .ifPresent(spread -> kinds.put(kind.code(), spread));
            }
            return new Run(
                    one.version(),
                    one.run(),
                    one.days().map(it -> it.from()),
                    one.days().map(it -> it.to()),
                    one.source().name().toLowerCase(Locale.ROOT),
                    one.planned(),
                    one.total(),
                    kinds,
                    one.finding(rule, now).map(Refusal::code));
        }
    }

    /** From how many percent on a deviation is a finding. */
    record Rule(String percent) {}

    /**
     * The rule that holds.
     *
     * @param setBy who set it; absent for what holds until somebody does
     */
    record RuleAnswer(Rule rule, Optional<String> setBy, Optional<Instant> setAt) {}

    @GetMapping("/api/v1/courses/{course}/{number}/hours")
    @Operation(
            summary = "The hours that learners reported of the runs of a course, beside the plan",
            description =
                    """
                    Each run has a line for what its learners reported here, and one for the table \
                    of a survey. `figures` is absent while a line has fewer than five reports.""")
    Hours hours(Acting acting, @PathVariable UUID course, @PathVariable int number) {
        var design = reports.version(acting, course, number).design();
        var reported = reports.of(acting, course);
        return new Hours(
                new Planned(
                        design.plan().time().range().map(it -> it.low()).orElse(design.hours()),
                        design.hours(),
                        design.plan().time().range().map(it -> it.high()).orElse(design.hours())),
                reported.rule().percent(),
                reported.runs().stream()
                        .map(one -> Run.of(one, reported.rule(), design.hours()))
                        .toList());
    }

    @PostMapping(value = "/api/v1/courses/{course}/{number}/hours/import", consumes = "text/csv")
    @Operation(
            summary = "Load the hours of a survey after a run, without names",
            description =
                    """
                    One report a row: a column `hours`, and if they are told apart `contact`, \
                    `guided` and `independent`. The table takes the place of the one that was \
                    loaded of this run before. `run` may be left out where one run is over, or \
                    none was announced.""")
    ResponseEntity<Object> load(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String run,
            @RequestBody byte[] table) {
        var version = reports.version(acting, course, number);
        return switch (reports.load(acting, version, run, table)) {
            case Decided.Refused<Integer>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<Integer> loaded ->
                    ResponseEntity.ok(hours(acting, course, number));
        };
    }

    @GetMapping("/api/v1/reviews/hours-rule")
    @Operation(summary = "From which deviation on reported hours are a finding")
    RuleAnswer rule(Acting acting) {
        var standing = rules.of(acting);
        return new RuleAnswer(
                new Rule(String.valueOf(standing.rule().percent())),
                standing.setBy(),
                standing.setAt());
    }

    @PutMapping("/api/v1/reviews/hours-rule")
    @Operation(
            summary = "Set from which deviation on reported hours are a finding",
            description = "`percent` of the likely hours, a whole number from 1 to 200.")
    ResponseEntity<Object> set(Acting acting, @RequestBody Rule wanted) {
        return switch (rules.set(acting, wanted.percent())) {
            case Decided.Refused<HoursRule>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<HoursRule> set -> ResponseEntity.ok(rule(acting));
        };
    }
}
