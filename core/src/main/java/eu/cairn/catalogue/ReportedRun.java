package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What learners reported of one run, beside what was planned of the version that ran. Whoever
 * reports here and answers a survey as well would count twice, so the two are never mixed.
 *
 * @param version the number of the version that ran
 * @param run empty where no run was announced
 * @param days of the run, as far as they are known
 * @param planned the likely hours of the version that ran
 * @param total what was reported of the whole
 * @param ofKinds what was reported of each kind of hours, by those who told them apart
 */
public record ReportedRun(
        int version,
        Optional<UUID> run,
        Optional<CourseDesign.Run> days,
        Source source,
        LearningHours planned,
        HoursSpread total,
        Map<TimeKind, HoursSpread> ofKinds) {

    public ReportedRun {
        ofKinds = Map.copyOf(ofKinds);
    }

    /** Where reports come from. */
    public enum Source {
        /** Learners themselves, each once. */
        LEARNERS,
        /** A table without names, from a survey. */
        TABLE
    }

    /**
     * That the plan is to be corrected: the median is further than the rule lets pass from what was
     * planned then, and still from what is planned now.
     *
     * @param now the likely hours of the design that is looked at
     */
    public Optional<Refusal> finding(HoursRule rule, LearningHours now) {
        return total.figures()
                .map(HoursSpread.Figures::median)
                .filter(median -> rule.isBrokenBy(median, planned) && rule.isBrokenBy(median, now))
                .map(
                        median ->
                                Refusal.of(
                                        median.compareTo(planned) > 0
                                                ? "catalogue.hours-reported-more"
                                                : "catalogue.hours-reported-less",
                                        "workload",
                                        days.map(it -> it.from() + " – " + it.to())
                                                .orElse("version " + version),
                                        total.reports(),
                                        median,
                                        planned,
                                        rule.percent()));
    }
}
