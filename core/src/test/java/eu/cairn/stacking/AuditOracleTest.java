package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Instances.Instance;
import eu.cairn.stacking.Instances.Language;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** The engine against trying everything. */
class AuditOracleTest {

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void whatTheEngineDoesNotFindDoesNotExist(@ForAll long seed) {
        agrees(Instances.of(seed, Language.WHOLE, 6));
        agrees(Instances.of(seed, Language.COUNTS, 6));
        agrees(Instances.of(seed, Language.PARTIAL, 4));
    }

    @Tag("long")
    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void whatTheEngineDoesNotFindDoesNotExistInTwentyThousand(@ForAll long seed) {
        agrees(Instances.of(seed, Language.WHOLE, 7));
        agrees(Instances.of(seed, Language.COUNTS, 7));
        agrees(Instances.of(seed, Language.PARTIAL, 4));
    }

    /** The checker has confirmed the audit already; here is whether anything better exists. */
    private static void agrees(Instance instance) {
        var audit = Audits.audit(instance.rulebook(), instance.portfolio());
        if (audit.result() == Result.NOT_SATISFIED) {
            assertThat(Oracle.satisfiable(instance)).as("%s", instance).isFalse();
        }
        assertThat(audit.result()).isNotEqualTo(Result.COULD_NOT_FINISH);
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void noFewerFurtherCreditsAreEnough(@ForAll long seed) {
        missesLeast(Instances.of(seed, Language.WHOLE, 4));
    }

    @Tag("long")
    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void noFewerFurtherCreditsAreEnoughInTwentyThousand(@ForAll long seed) {
        missesLeast(Instances.of(seed, Language.WHOLE, 4));
    }

    private static void missesLeast(Instance instance) {
        var audit = Audits.audit(instance.rulebook(), instance.portfolio());
        int missing = audit.missing().map(Ects::hundredths).orElse(0);
        if (missing > 0 && missing <= 400) {
            assertThat(Oracle.findsLessThan(instance, missing)).as("%s", instance).isFalse();
        }
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
            var all = instance.portfolio().credentials();
            var fewer = all.subList(0, all.size() - 1);

            var before = Audits.audit(instance.rulebook(), Portfolio.of(Instances.DAY, fewer));
            var after = Audits.audit(instance.rulebook(), instance.portfolio());

            if (before.result() == Result.SATISFIED) {
                assertThat(after.result()).isEqualTo(Result.SATISFIED);
            }
            if (before.missing().isPresent()) {
                assertThat(after.missing().orElseThrow())
                        .isLessThanOrEqualTo(before.missing().get());
            }
        }
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
