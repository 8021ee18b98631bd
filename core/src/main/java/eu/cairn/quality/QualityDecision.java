package eu.cairn.quality;

import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The decision on a course version: who decided what, on which findings, for which reasons, until
 * when.
 *
 * @param validUntil the last day of an approval; empty for a refusal
 * @param decidedBy the account that decided
 */
public record QualityDecision(
        UUID id,
        CourseVersion version,
        String criteriaSet,
        String criteriaVersion,
        List<Finding> findings,
        Outcome outcome,
        String reasons,
        Optional<LocalDate> validUntil,
        UUID decidedBy,
        Instant decidedAt,
        LocalDate decidedOn) {

    public QualityDecision {
        findings = List.copyOf(findings);
    }

    /** What was decided. */
    public enum Outcome implements Coded {
        APPROVED,
        APPROVED_WITH_CONDITIONS,
        REFUSED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean approves() {
            return this != REFUSED;
        }

        public static Optional<Outcome> ofCode(String code) {
            for (var outcome : values()) {
                if (outcome.code().equals(code)) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        }
    }

    /** The conditions under which the course was approved. */
    public List<Finding> conditions() {
        return findings.stream().filter(f -> f.result() == Finding.Result.CONDITION).toList();
    }

    /**
     * What a reviewer asks to be decided.
     *
     * @param years how long an approval is to hold
     */
    public record Proposal(
            List<Finding> findings, Optional<Outcome> outcome, String reasons, int years) {
        public Proposal {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Decides, or says everything that is missing for a decision.
     *
     * @param frameworks what national levels are referenced to: no level is approved that differs
     *     from it today
     */
    public static Decided<QualityDecision> decide(
            UUID id,
            CourseVersion version,
            CriteriaSet criteria,
            Proposal proposal,
            UUID officer,
            NationalFrameworks frameworks,
            Instant now,
            LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        if (officer.equals(version.submittedBy())) {
            refusals.add(Refusal.of("quality.own-submission", "outcome"));
        }
        refusals.addAll(findingsMissing(criteria, proposal));
        refusals.addAll(outcomeContradicts(proposal));
        if (proposal.outcome().filter(Outcome::approves).isPresent()) {
            refusals.addAll(LevelOnTheDay.refusals(version, frameworks, today));
        }
        if (proposal.reasons().isBlank()) {
            refusals.add(Refusal.of("quality.reasons-missing", "reasons"));
        }
        if (proposal.years() < 1 || proposal.years() > 6) {
            refusals.add(Refusal.of("quality.years-out-of-range", "years", proposal.years()));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        var outcome = proposal.outcome().orElseThrow();
        return Decided.accepted(
                new QualityDecision(
                        id,
                        version,
                        criteria.id(),
                        criteria.version(),
                        proposal.findings(),
                        outcome,
                        proposal.reasons().strip(),
                        outcome.approves()
                                ? Optional.of(today.plusYears(proposal.years()).minusDays(1))
                                : Optional.empty(),
                        officer,
                        now,
                        today));
    }

    private static List<Refusal> findingsMissing(CriteriaSet criteria, Proposal proposal) {
        var byCriterion =
                proposal.findings().stream()
                        .collect(
                                Collectors.toMap(
                                        Finding::criterion,
                                        Function.identity(),
                                        (first, second) -> second));
        var refusals = new ArrayList<Refusal>();
        var known = new HashSet<String>();
        for (var criterion : criteria.criteria()) {
            known.add(criterion.id());
            refusals.addAll(findingMissing(criterion, byCriterion));
        }
        for (var id : byCriterion.keySet()) {
            if (!known.contains(id)) {
                refusals.add(Refusal.of("quality.criterion-unknown", "criteria." + id, id));
            }
        }
        return refusals;
    }

    private static List<Refusal> findingMissing(
            Criterion criterion, Map<String, Finding> byCriterion) {
        var place = "criteria." + criterion.id();
        var finding = byCriterion.get(criterion.id());
        if (finding == null) {
            return List.of(Refusal.of("quality.finding-missing", place, criterion.title()));
        }
        return finding.result() != Finding.Result.MET && finding.text().isBlank()
                ? List.of(Refusal.of("quality.finding-text-missing", place, criterion.title()))
                : List.of();
    }

    private static List<Refusal> outcomeContradicts(Proposal proposal) {
        if (proposal.outcome().isEmpty()) {
            return List.of(Refusal.of("quality.outcome-missing", "outcome"));
        }
        long notMet = count(proposal, Finding.Result.NOT_MET);
        long conditions = count(proposal, Finding.Result.CONDITION);
        return switch (proposal.outcome().get()) {
            case APPROVED ->
                    notMet + conditions == 0
                            ? List.of()
                            : List.of(Refusal.of("quality.not-all-met", "outcome"));
            case APPROVED_WITH_CONDITIONS ->
                    notMet > 0
                            ? List.of(Refusal.of("quality.not-all-met", "outcome"))
                            : conditions == 0
                                    ? List.of(Refusal.of("quality.no-condition", "outcome"))
                                    : List.of();
            case REFUSED ->
                    notMet == 0
                            ? List.of(Refusal.of("quality.refusal-without-finding", "outcome"))
                            : List.of();
        };
    }

    private static long count(Proposal proposal, Finding.Result result) {
        return proposal.findings().stream().filter(f -> f.result() == result).count();
    }
}
