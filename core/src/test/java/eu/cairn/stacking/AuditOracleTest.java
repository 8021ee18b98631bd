package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Instances.Instance;
import eu.cairn.stacking.Instances.Language;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** The engine against trying everything. */
class AuditOracleTest {

    /** The most further credits that are looked for one by one, in hundredths. */
    private static final int MOST = 300;

    /** The same where counting in part and sharing multiply what has to be tried. */
    private static final int FEW = 100;

    @Property(tries = 25_000, shrinking = ShrinkingMode.OFF)
    void nothingIsBetterThanWhatTheEngineFindsInAHundredThousand(@ForAll long seed) {
        agreesInEveryLanguage(seed);
    }

    @Tag("long")
    @Property(tries = 250_000, shrinking = ShrinkingMode.OFF)
    void nothingIsBetterThanWhatTheEngineFindsInAMillion(@ForAll long seed) {
        agreesInEveryLanguage(seed);
    }

    private static void agreesInEveryLanguage(long seed) {
        agrees(Instances.of(seed, Language.WHOLE, 4), MOST);
        agrees(Instances.of(seed, Language.COUNTS, 5), 0);
        agrees(Instances.of(seed, Language.PARTIAL, 3), FEW);
        agrees(Instances.of(seed, Language.TERMS, 3), FEW);
    }

    @Property(tries = 2_500, shrinking = ShrinkingMode.OFF)
    void nothingIsBetterWhereVersionsAreAskedFor(@ForAll long seed) {
        agrees(Instances.versioned(Instances.of(seed, Language.WHOLE, 4), seed), MOST);
        agrees(Instances.versioned(Instances.of(seed, Language.COUNTS, 5), seed), 0);
        agrees(Instances.versioned(Instances.of(seed, Language.PARTIAL, 3), seed), FEW);
        agrees(Instances.versioned(Instances.of(seed, Language.TERMS, 3), seed), FEW);
    }

    @Tag("long")
    @Property(tries = 25_000, shrinking = ShrinkingMode.OFF)
    void nothingIsBetterThanWhatTheEngineFindsInLargerCases(@ForAll long seed) {
        agrees(Instances.of(seed, Language.WHOLE, 5), MOST);
        agrees(Instances.of(seed, Language.COUNTS, 6), 0);
        agrees(Instances.of(seed, Language.PARTIAL, 3), MOST);
        agrees(Instances.of(seed, Language.TERMS, 4), MOST);
    }

    /**
     * The checker has confirmed the audit already; here is whether anything better exists, if it
     * misses no more than {@code most} hundredths.
     */
    static void agrees(Instance instance, int most) {
        var rulebook = instance.rulebook();
        var portfolio = instance.portfolio();
        var audit = Audits.audit(rulebook, portfolio);
        assertThat(audit.result()).as("%s", instance).isNotEqualTo(Result.COULD_NOT_FINISH);
        if (leavesPins(rulebook, portfolio, audit)) {
            assertThat(Oracle.best(rulebook, portfolio, most)).as("%s", instance).isEmpty();
            var wishes = portfolio.wishes().stream().filter(wish -> !wish.counts()).toList();
            portfolio = portfolio.withWishes(wishes);
        }
        var best = Oracle.best(rulebook, portfolio, most);
        boolean satisfied = audit.result() == Result.SATISFIED;
        var missing =
                audit.missing()
                        .map(Ects::hundredths)
                        .filter(it -> satisfied || (most > 0 && it <= most));
        if (missing.stream().anyMatch(it -> it % 100 != 0)) {
            assertThat(best.map(Oracle.Best::missing).orElse(most + 100))
                    .isGreaterThan(missing.get());
            return;
        }
        assertThat(best.map(Oracle.Best::missing)).as("%s", instance).isEqualTo(missing);
        if (best.isPresent() && audit.proof().tieBroken()) {
            assertThat(reached(rulebook, portfolio, audit))
                    .as("%s", instance)
                    .isEqualTo(best.get());
        }
    }

    /** Whether some credential that could be where it is pinned is elsewhere. */
    private static boolean leavesPins(Rulebook rulebook, Portfolio portfolio, Audit audit) {
        var pins = Oracle.pins(rulebook, portfolio);
        return pins.stream()
                .anyMatch(
                        pin ->
                                audit.counted().stream()
                                        .filter(it -> it.credential().equals(pin.credentialId()))
                                        .noneMatch(it -> isKept(pins, it)));
    }

    private static boolean isKept(List<Wish> pins, Audit.Counted counted) {
        return pins.stream()
                .filter(pin -> pin.credentialId().equals(counted.credential()))
                .anyMatch(pin -> pin.requirement().stream().anyMatch(counted::isIn));
    }

    /** What the audit comes to, in the order of objectives. */
    private static Oracle.Best reached(Rulebook rulebook, Portfolio portfolio, Audit audit) {
        var takes =
                rulebook.everyRequirement()
                        .filter(Requirement.Take.class::isInstance)
                        .map(Requirement::id)
                        .toList();
        var unmet =
                audit.requirements().stream()
                        .filter(each -> takes.contains(each.id()) && each.chosen())
                        .filter(each -> each.state() != Audit.State.MET)
                        .count();
        var counted =
                audit.counted().stream().flatMap(each -> each.credentials().stream()).toList();
        var costs =
                Stream.concat(portfolio.prefer().stream(), rulebook.terms().prefer().stream())
                        .distinct()
                        .map(
                                preference ->
                                        portfolio.credentials().stream()
                                                .filter(it -> counted.contains(it.id()))
                                                .mapToLong(it -> cost(preference, it, portfolio))
                                                .sum())
                        .toList();
        return new Oracle.Best(
                audit.missing().orElseThrow().hundredths(), Math.toIntExact(unmet), costs);
    }

    private static long cost(Preference preference, HeldCredential facts, Portfolio portfolio) {
        int credits = facts.credits().hundredths();
        return switch (preference) {
            case NEWEST -> ChronoUnit.DAYS.between(facts.awarded().orElseThrow(), Instances.DAY);
            case HOME -> facts.issuer().equals(Optional.of("uni-a")) ? 0 : credits;
            case FEWEST_CREDITS -> credits;
            case PROTECT -> portfolio.keep().contains(facts.id()) ? credits : 0;
            case HIGHEST_GRADE -> throw new IllegalStateException("not drawn");
        };
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theOrderOfRulesAndCredentialsChangesNothing(@ForAll long seed, @ForAll long other) {
        for (var language : Language.values()) {
            var instance = Instances.of(seed, language, language == Language.PARTIAL ? 5 : 10);
            var shuffled = Instances.shuffled(instance, other);

            var audit = Audits.audit(instance.rulebook(), instance.portfolio());

            assertThat(Audits.audit(shuffled.rulebook(), shuffled.portfolio())).isEqualTo(audit);
        }
    }

    /** Two credentials alike but for a course that a rule names are not the same. */
    @Example
    void aCourseThatARuleNamesIsNotExchanged() {
        addingACredentialNeverMakesAStackWorse(2820810179438456868L);
    }

    /** Where requirements stay short, it matters which: further credentials touch other limits. */
    @Example
    void itMattersWhichRequirementIsShort() {
        addingACredentialNeverMakesAStackWorse(-775);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void addingACredentialNeverMakesAStackWorse(@ForAll long seed) {
        for (var language : Language.values()) {
            var instance = Instances.of(seed, language, language == Language.PARTIAL ? 5 : 8);
            var all = instance.portfolio().withWishes(List.of());

            var before = Audits.audit(instance.rulebook(), withoutTheLast(all));
            var after = Audits.audit(instance.rulebook(), all);

            if (after.result() == Result.COULD_NOT_FINISH) {
                continue; // within its budget of work, which is no answer
            }
            if (before.result() == Result.SATISFIED) {
                assertThat(after.result()).isEqualTo(Result.SATISFIED);
            }
            if (before.missing().isPresent()) {
                assertThat(after.missing().orElseThrow())
                        .isLessThanOrEqualTo(before.missing().get());
            }
        }
    }

    private static Portfolio withoutTheLast(Portfolio portfolio) {
        var fewer = portfolio.credentials().subList(0, portfolio.credentials().size() - 1);
        var last = portfolio.credentials().getLast().id();
        return new Portfolio(
                portfolio.asOf(),
                fewer,
                List.of(),
                portfolio.spent().stream().filter(it -> !it.credentialId().equals(last)).toList(),
                List.of(),
                portfolio.keep(),
                portfolio.prefer());
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void noCredentialThatIsCountedIsSuperfluous(@ForAll long seed) {
        var instance = Instances.of(seed, Language.WHOLE, 8);
        var audit = Audits.audit(instance.rulebook(), instance.portfolio());
        Assume.that(audit.result() == Result.SATISFIED);
        var counted = new ArrayList<>(audit.counted());
        for (var one : counted) {
            var claim = audit.claim();
            List<Audit.Counted> others = new ArrayList<>(counted);
            others.remove(one);
            var without =
                    new Audit.Claim(
                            claim.result(),
                            claim.missing(),
                            others,
                            claim.chosen(),
                            List.of(),
                            List.of(),
                            claim.completion(),
                            claim.proof(),
                            claim.bound());

            assertThat(AuditCheck.doubts(instance.rulebook(), instance.portfolio(), without))
                    .isNotEmpty();
        }
    }
}
