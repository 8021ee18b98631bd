package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;

/** What was reported of the runs of a course, and the rule by which it is held against the plan. */
public record ReportedRuns(List<ReportedRun> runs, HoursRule rule) {

    /** Nothing was reported. */
    public static final ReportedRuns NONE = new ReportedRuns(List.of(), HoursRule.UNTIL_SET);

    public ReportedRuns {
        runs = List.copyOf(runs);
    }

    /** What does not fit the likely hours of a design, run by run. */
    public List<Refusal> findings(LearningHours now) {
        return runs.stream().map(run -> run.finding(rule, now)).flatMap(Optional::stream).toList();
    }
}
