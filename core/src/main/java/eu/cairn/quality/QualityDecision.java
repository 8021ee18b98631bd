package eu.cairn.quality;

import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.NationalFit;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalRules;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decision on a course version: who decided what, on which findings, for which reasons, until
 * when.
 *
 * @param validUntil the last day of an approval; empty for a refusal
 * @param decidedBy the account that decided; of a decision by notification, the one that notified
 * @param carried where findings were made that this decision carries over
 * @param nationalTypes of an approval, the national types of which the version was on that day, as
 *     they then were
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
        LocalDate decidedOn,
        List<CarriedFinding> carried,
        List<NationalType> nationalTypes) {

    public QualityDecision {
        findings = List.copyOf(findings);
        carried = List.copyOf(carried);
        nationalTypes = List.copyOf(nationalTypes);
    }

    /** Where the finding on a criterion was made by a person: here, or in an earlier decision. */
    public CarriedFinding origin(String criterion) {
        return carried.stream()
                .filter(one -> one.criterion().equals(criterion))
                .findFirst()
                .orElseGet(() -> new CarriedFinding(criterion, id, version.number(), decidedOn));
    }

    /** Whether no person made a finding: changes were editorial, and every finding was carried. */
    public boolean byNotification() {
        return carried.size() == findings.size() && !carried.isEmpty();
    }

    /**
     * The day on which a person last made a finding: of a notification, that of a review before.
     */
    public LocalDate reviewedOn() {
        return byNotification()
                ? carried.stream()
                        .map(CarriedFinding::decidedOn)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                : decidedOn;
    }

    /**
     * An approval that holds, of which findings may be carried over.
     *
     * @param touched the criteria on which a new finding has to be made
     */
    public record Earlier(QualityDecision decision, Set<String> touched) {
        public Earlier {
            touched = Set.copyOf(touched);
        }

        private boolean carries(String criterion, List<Finding> made) {
            return !touched.contains(criterion)
                    && made.stream().noneMatch(one -> one.criterion().equals(criterion));
        }
    }

    /**
     * Approves a version whose changes are editorial, by notification: every finding is carried
     * over, and the approval ends when the earlier one does.
     *
     * @param reasons what is said of it to the public
     */
    public static Decided<QualityDecision> byNotification(
            UUID id,
            CourseVersion version,
            QualityDecision earlier,
            ChangeRoute route,
            String reasons,
            NationalRules rules,
            Instant now,
            LocalDate today) {
        var unlawful = unlawful(version, rules, today);
        if (!unlawful.isEmpty()) {
            return Decided.refused(unlawful);
        }
        if (!route.editorial()) {
            return Decided.refused(
                    Refusal.of(
                            "quality.change-is-substantial",
                            "",
                            String.join(", ", route.criteria())));
        }
        return ApprovedCourse.of(earlier, today)
                .map(
                        approved ->
                                new QualityDecision(
                                        id,
                                        version,
                                        earlier.criteriaSet(),
                                        earlier.criteriaVersion(),
                                        earlier.findings(),
                                        earlier.outcome(),
                                        reasons,
                                        earlier.validUntil(),
                                        version.submittedBy(),
                                        now,
                                        today,
                                        earlier.findings().stream()
                                                .map(one -> earlier.origin(one.criterion()))
                                                .toList(),
                                        NationalFit.of(rules.types(), version, today).types()));
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

        private Proposal with(List<Finding> others) {
            return new Proposal(others, outcome, reasons, years);
        }
    }

    /**
     * Decides, or says everything that is missing for a decision.
     *
     * @param authors the accounts that wrote what was submitted: none of them decides on it
     * @param rules what is not within them today is not approved
     */
    public static Decided<QualityDecision> decide(
            UUID id,
            CourseVersion version,
            Set<UUID> authors,
            CriteriaSet criteria,
            Proposal proposal,
            UUID officer,
            NationalRules rules,
            Instant now,
            LocalDate today) {
        return decide(
                id,
                version,
                authors,
                criteria,
                proposal,
                Optional.empty(),
                officer,
                rules,
                now,
                today);
    }

    /**
     * The same after an approval that holds: findings on criteria that are not touched are carried
     * over unless a new one is made, and while any is, the approval ends no later than that one.
     */
    public static Decided<QualityDecision> decide(
            UUID id,
            CourseVersion version,
            Set<UUID> authors,
            CriteriaSet criteria,
            Proposal made,
            Optional<Earlier> earlier,
            UUID officer,
            NationalRules rules,
            Instant now,
            LocalDate today) {
        var carried = carried(earlier, made.findings());
        var proposal = earlier.isEmpty() ? made : made.with(findings(earlier.get(), made));
        var refusals = new ArrayList<Refusal>();
        if (officer.equals(version.submittedBy())) {
            refusals.add(Refusal.of("quality.own-submission", "outcome"));
        } else if (authors.contains(officer)) {
            refusals.add(Refusal.of("quality.own-design", "outcome"));
        }
        refusals.addAll(findingsMissing(criteria, proposal));
        refusals.addAll(outcomeContradicts(proposal));
        if (proposal.outcome().filter(Outcome::approves).isPresent()) {
            refusals.addAll(unlawful(version, rules, today));
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
                                ? Optional.of(
                                        ends(
                                                today.plusYears(proposal.years()).minusDays(1),
                                                carried.isEmpty() ? Optional.empty() : earlier))
                                : Optional.empty(),
                        officer,
                        now,
                        today,
                        carried,
                        outcome.approves()
                                ? NationalFit.of(rules.types(), version, today).types()
                                : List.of()));
    }

    /** Why a version may not be approved on {@code day}, whatever was found. */
    private static List<Refusal> unlawful(
            CourseVersion version, NationalRules rules, LocalDate day) {
        return Stream.concat(
                        LevelOnTheDay.refusals(version, rules.frameworks(), day).stream(),
                        NationalFit.of(rules.types(), version, day).unmet().stream()
                                .map(one -> one.at("outcome")))
                .toList();
    }

    private static List<Finding> findings(Earlier earlier, Proposal made) {
        return Stream.concat(
                        made.findings().stream(),
                        earlier.decision().findings().stream()
                                .filter(one -> earlier.carries(one.criterion(), made.findings())))
                .toList();
    }

    private static List<CarriedFinding> carried(Optional<Earlier> earlier, List<Finding> made) {
        return earlier.stream()
                .flatMap(
                        one ->
                                one.decision().findings().stream()
                                        .map(Finding::criterion)
                                        .filter(criterion -> one.carries(criterion, made))
                                        .map(one.decision()::origin))
                .toList();
    }

    private static LocalDate ends(LocalDate wanted, Optional<Earlier> earlier) {
        return earlier.flatMap(one -> one.decision().validUntil())
                .filter(until -> until.isBefore(wanted))
                .orElse(wanted);
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
