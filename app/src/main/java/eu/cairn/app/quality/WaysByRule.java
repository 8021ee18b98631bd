package eu.cairn.app.quality;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.catalogue.ApprovalWays;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.NationalTypeRegister;
import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignElement;
import eu.cairn.catalogue.NationalFit;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalRules;
import eu.cairn.quality.ApprovedCourse;
import eu.cairn.quality.ChangeRoute;
import eu.cairn.quality.ChangeRule;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.Criterion;
import eu.cairn.quality.QualityDecision;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which way a version goes to be approved, by the rules of change and the approval before it. */
@Component
class WaysByRule implements ApprovalWays {

    private final ReviewStore store;
    private final CourseStore versions;
    private final AccountStore accounts;
    private final NationalTypeRegister types;
    private final Clock clock;

    WaysByRule(
            ReviewStore store,
            CourseStore versions,
            AccountStore accounts,
            NationalTypeRegister types,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.accounts = accounts;
        this.types = types;
        this.clock = clock;
    }

    /** The approval that a version comes after, and what of it is carried over. */
    record Found(QualityDecision last, ChangeRoute route) {}

    /**
     * The way of a version after an approval that holds and is in use: not after one that ended,
     * was suspended, was closed for good, or was given by other criteria, and not after a refusal
     * since.
     */
    Optional<Found> find(CourseVersion next) {
        var criteria = CriteriaSet.shortCourses2026();
        return store.lastApproval(next.course(), next.number())
                .filter(
                        last ->
                                versions.state(next.course(), last.version().number())
                                        .filter(
                                                state ->
                                                        state == CourseState.PUBLISHED
                                                                || state == CourseState.APPROVED)
                                        .isPresent())
                .filter(
                        last ->
                                ApprovedCourse.of(last, today(next))
                                        instanceof Decided.Accepted<ApprovedCourse>)
                .filter(
                        last ->
                                last.criteriaSet().equals(criteria.id())
                                        && last.criteriaVersion().equals(criteria.version()))
                .map(last -> new Found(last, ChangeRoute.of(last, designs(last), next.design())));
    }

    /** What the country of a version asks of it. */
    NationalRules rules(CourseVersion version) {
        return new NationalRules(NationalFrameworks.published(), types.types(version.country()));
    }

    /** Which national types a version is of: as it was decided, or else as of today. */
    NationalFit fit(CourseVersion version) {
        return store.decision(version.course(), version.number())
                .map(made -> new NationalFit(made.nationalTypes(), List.of()))
                .orElseGet(
                        () ->
                                NationalFit.of(
                                        types.types(version.country()), version, today(version)));
    }

    /** What is carried over in a review of a version. */
    Optional<QualityDecision.Earlier> earlier(CourseVersion version) {
        return find(version)
                .filter(found -> !found.route.editorial())
                .map(found -> new QualityDecision.Earlier(found.last, found.route.criteria()));
    }

    /** The approval of a version whose changes are editorial. */
    Optional<QualityDecision> editorial(
            CourseVersion version, UUID id, Instant now, LocalDate today) {
        return find(version)
                .filter(found -> found.route.editorial())
                .flatMap(
                        found ->
                                switch (QualityDecision.byNotification(
                                        id,
                                        version,
                                        found.last,
                                        found.route,
                                        reasons(found),
                                        rules(version),
                                        now,
                                        today)) {
                                    case Decided.Accepted<QualityDecision> made ->
                                            Optional.of(made.value());
                                    case Decided.Refused<QualityDecision> refused ->
                                            Optional.empty();
                                });
    }

    private static String reasons(Found found) {
        return "Editorial changes by the rules of %s: approved by notification. Findings are those of the decision of %s."
                .formatted(ChangeRule.VERSION, Labels.of(found.last.reviewedOn()));
    }

    @Override
    public Optional<Way> of(CourseVersion next) {
        return find(next)
                .map(
                        found ->
                                new Way(
                                        found.route.criteria().stream()
                                                .map(WaysByRule::title)
                                                .toList(),
                                        found.route.changes().stream()
                                                .map(
                                                        one ->
                                                                new Judged(
                                                                        one.change(),
                                                                        one.substantial(),
                                                                        words(one.rule()),
                                                                        one.since()))
                                                .toList()));
    }

    @Override
    public List<Rule> rules() {
        return Arrays.stream(DesignElement.values())
                .filter(DesignElement::stated)
                .map(ChangeRule::of)
                .map(rule -> new Rule(rule.element(), words(rule), title(rule.criterion())))
                .toList();
    }

    /** The designs of the versions on which findings were made. */
    private Map<Integer, CourseDesign> designs(QualityDecision last) {
        var designs = new HashMap<Integer, CourseDesign>();
        for (var finding : last.findings()) {
            int number = last.origin(finding.criterion()).version();
            designs.computeIfAbsent(
                    number,
                    n -> versions.version(last.version().course(), n).orElseThrow().design());
        }
        return designs;
    }

    private LocalDate today(CourseVersion version) {
        return LocalDate.ofInstant(
                clock.instant(),
                accounts.organisation(version.organisation()).orElseThrow().zone());
    }

    static String title(String criterion) {
        return CriteriaSet.shortCourses2026().criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .map(Criterion::title)
                .findFirst()
                .orElse(criterion);
    }

    private static String words(ChangeRule rule) {
        return switch (rule.weight()) {
            case EDITORIAL -> "always editorial";
            case TYPOGRAPHY ->
                    "editorial while only capitals, spaces and punctuation of sentences change";
            case SPELLING -> "editorial while only the spelling is mended";
            case WORDS -> "editorial up to %d %% of its words".formatted(ChangeRule.WORDS_PERCENT);
            case HOURS ->
                    "editorial while at most %d %% of all hours are added, dropped or moved"
                            .formatted(ChangeRule.HOURS_PERCENT);
            case ENTRIES -> "substantial if one is added or taken out; their order is editorial";
            case SUBSTANTIAL -> "always substantial";
        };
    }
}
