package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Version;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static Take take(String id, int credits, Condition... from) {
        return new Take(
                id,
                Note.NONE,
                Filter.of(from),
                Optional.of(Ects.of(credits)),
                Optional.empty(),
                false);
    }

    private static Take course(String id, int credits) {
        return new Take(
                id,
                Note.NONE,
                Filter.of(new OneOf(Fact.COURSE, List.of(id))),
                Optional.of(Ects.of(credits)),
                Optional.of(Count.atLeast(1)),
                false);
    }

    private static HeldCredentialFacts held(String id, int credits) {
        return HeldCredential.of(id, Ects.of(credits));
    }

    private static Audit audit(Rulebook rulebook, HeldCredentialFacts... held) {
        var credentials = List.of(held).stream().map(HeldCredentialFacts::credential).toList();
        return Audits.audit(rulebook, Portfolio.of(DAY, credentials));
    }

    private static Rulebook only(Requirement... requirements) {
        return Rulebook.of("q", List.of(requirements), List.of());
    }

    private static List<String> codes(Audit audit, String credential) {
        return audit.credentials().stream()
                .filter(each -> each.id().equals(credential))
                .flatMap(each -> each.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    private static Rulebook teaching() {
        return new Rulebook(
                "teaching",
                "1",
                Note.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        course("TL514", 15),
                        new Choose(
                                "options",
                                Note.NONE,
                                Count.exactly(2),
                                List.of(
                                        course("TL515", 10),
                                        course("TL516", 10),
                                        course("TL517", 10),
                                        course("TL518", 5),
                                        course("TL519", 5)))),
                List.of(),
                Optional.of(
                        new Limit(
                                "total",
                                Note.NONE,
                                Filter.ANY,
                                Optional.of(Ects.of(30)),
                                Optional.of(Ects.of(30)),
                                Optional.empty(),
                                Optional.empty(),
                                false)),
                Terms.NONE);
    }

    private static HeldCredentialFacts module(String course, int credits) {
        return held(course, credits).course(course);
    }

    @Test
    void onlyOneLargeAndOneSmallOptionMakeTheCertificate() {
        var first = module("TL514", 15);

        assertThat(audit(teaching(), first, module("TL516", 10), module("TL518", 5)).result())
                .isEqualTo(Result.SATISFIED);
        var large = audit(teaching(), first, module("TL515", 10), module("TL516", 10));
        assertThat(large.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(large.missing()).contains(Ects.of(5));
        var small = audit(teaching(), first, module("TL518", 5), module("TL519", 5));
        assertThat(small.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(small.missing()).contains(Ects.of(10));
        var all =
                audit(
                        teaching(),
                        first,
                        module("TL515", 10),
                        module("TL516", 10),
                        module("TL518", 5),
                        module("TL519", 5));
        assertThat(all.result()).isEqualTo(Result.SATISFIED);
        assertThat(all.counted()).hasSize(3);
    }

    @Test
    void aLevelFloorAdmitsTheLevelItself() {
        var rulebook =
                only(take("r", 5, new Level(Optional.of(new EqfLevel(7)), Optional.empty())));

        assertThat(audit(rulebook, held("a", 5).level(7)).result()).isEqualTo(Result.SATISFIED);
        var below = audit(rulebook, held("a", 5).level(6));
        assertThat(below.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(codes(below, "a")).containsExactly("stacking.level-too-low");
        assertThat(codes(audit(rulebook, held("a", 5)), "a"))
                .containsExactly("stacking.fact-absent");
    }

    @Test
    void aPinnedVersionAdmitsItselfAndSaysWhichOthersItIsNot() {
        var pinned = only(take("r", 5, Version.exactly(2)));
        var from = only(take("r", 5, new Version(Optional.of(2), Optional.empty())));
        var until = only(take("r", 5, new Version(Optional.empty(), Optional.of(2))));

        assertThat(audit(pinned, version("2")).result()).isEqualTo(Result.SATISFIED);
        assertThat(audit(from, version("3")).result()).isEqualTo(Result.SATISFIED);
        assertThat(audit(until, version("1")).result()).isEqualTo(Result.SATISFIED);
        assertThat(audit(pinned, version("3")).credentials().getFirst().reasons())
                .first()
                .extracting(Reason::code, Reason::parameters)
                .containsExactly("stacking.version-differs", List.of("3", "2"));
        assertThat(codes(audit(from, version("1")), "a"))
                .containsExactly("stacking.version-too-early");
        assertThat(codes(audit(until, version("3")), "a"))
                .containsExactly("stacking.version-too-late");
        assertThat(codes(audit(pinned, held("a", 5)), "a")).containsExactly("stacking.fact-absent");
        assertThat(codes(audit(until, version("2024-1")), "a"))
                .containsExactly("stacking.version-too-late");
    }

    @Test
    void whatStandsForACourseIsNoVersionOfIt() {
        var rules = only(take("r", 5, Version.exactly(2)));
        var decision =
                new RecognisedUnit(
                        "a",
                        "K1",
                        Ects.of(5),
                        Optional.empty(),
                        Recognition.RECOGNISED,
                        "",
                        "",
                        DAY);
        var portfolio =
                Portfolio.of(DAY, List.of(version("2").credential()))
                        .withDecisions(List.of(decision));

        assertThat(Audits.audit(rules, portfolio).result()).isEqualTo(Result.NOT_SATISFIED);
    }

    private static HeldCredentialFacts version(String number) {
        return held("a", 5).course("K0").with(Fact.VERSION, number);
    }

    @Test
    void aLevelCeilingAdmitsTheLevelItself() {
        var rulebook =
                only(take("r", 5, new Level(Optional.empty(), Optional.of(new EqfLevel(6)))));

        assertThat(audit(rulebook, held("a", 5).level(6)).result()).isEqualTo(Result.SATISFIED);
        assertThat(codes(audit(rulebook, held("a", 5).level(7)), "a"))
                .containsExactly("stacking.level-too-high");
    }

    @Test
    void theDayItselfCounts() {
        var young = only(take("r", 5, new MaxAge(Period.ofYears(7))));

        var lastDay = held("a", 5).awarded(DAY.minusYears(7));
        assertThat(audit(young, lastDay).result()).isEqualTo(Result.SATISFIED);
        var dayAfter = held("a", 5).awarded(DAY.minusYears(7).minusDays(1));
        assertThat(codes(audit(young, dayAfter), "a")).containsExactly("stacking.too-old");
        assertThat(audit(only(take("r", 5)), held("a", 5).expires(DAY)).result())
                .isEqualTo(Result.SATISFIED);
        assertThat(codes(audit(only(take("r", 5)), held("a", 5).expires(DAY.minusDays(1))), "a"))
                .containsExactly("stacking.expired");
        assertThat(audit(only(take("r", 5)), held("a", 5).awarded(DAY)).result())
                .isEqualTo(Result.SATISFIED);
        assertThat(codes(audit(only(take("r", 5)), held("a", 5).awarded(DAY.plusDays(1))), "a"))
                .containsExactly("stacking.not-yet-awarded");
    }

    @Test
    void whatIsNotValidNeverCounts() {
        for (var status : CredentialStatus.values()) {
            var audit = audit(only(take("r", 5)), held("a", 5).status(status));

            assertThat(audit.result() == Result.SATISFIED)
                    .isEqualTo(status == CredentialStatus.VALID);
        }
    }

    @Test
    void aCourseIsCountedOnce() {
        var rulebook = only(take("r", 10));

        var audit = audit(rulebook, held("a", 5).course("X"), held("b", 5).course("X"));

        assertThat(audit.missing()).contains(Ects.of(5));
        assertThat(audit.counted()).hasSize(1);
        var left = audit.counted().getFirst().credential().equals("a") ? "b" : "a";
        assertThat(codes(audit, left)).containsExactly("stacking.already-counted");
    }

    @Test
    void aRecognisedUnitEntersAsTheDecisionSays() {
        var rulebook = only(course("TL514", 15));
        var foreign = held("a", 20).course("XY-1").credential();
        var decision =
                new RecognisedUnit(
                        "a",
                        "TL514",
                        Ects.of(15),
                        Optional.empty(),
                        Recognition.RECOGNISED,
                        "d1",
                        "hei:lough-ree",
                        DAY);

        var before = Audits.audit(rulebook, Portfolio.of(DAY, List.of(foreign)));
        var after =
                Audits.audit(
                        rulebook,
                        Portfolio.of(DAY, List.of(foreign)).withDecisions(List.of(decision)));
        var tooEarly =
                Audits.audit(
                        rulebook,
                        Portfolio.of(DAY.minusDays(1), List.of(foreign))
                                .withDecisions(List.of(decision)));

        assertThat(before.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(after.result()).isEqualTo(Result.SATISFIED);
        assertThat(after.counted().getFirst().credits()).isEqualTo(Ects.of(15));
        assertThat(tooEarly.result()).isEqualTo(Result.NOT_SATISFIED);
    }

    @Test
    void aCredentialCountsInPartWhereALimitSaysSo() {
        var six = Filter.of(new Level(Optional.of(new EqfLevel(6)), Optional.of(new EqfLevel(6))));
        var partial =
                new Limit(
                        "level-6",
                        Note.NONE,
                        six,
                        Optional.empty(),
                        Optional.of(Ects.of(10)),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        var rulebook = Rulebook.of("q", List.of(take("r", 10)), List.of(partial));

        var audit = audit(rulebook, held("e", 6).level(6), held("f", 5).level(6));

        assertThat(audit.result()).isEqualTo(Result.SATISFIED);
        assertThat(audit.counted()).hasSize(2);
        assertThat(audit.limits().getFirst().used()).isEqualTo(Ects.of(10));
        assertThat(audit.credentials())
                .flatExtracting(each -> each.reasons())
                .extracting(Reason::code)
                .containsOnly("stacking.counted-in-part");
    }

    @Test
    void twoDisjointFloorsAddUp() {
        var a = Limit.atLeast("a", Ects.of(5), Filter.of(new OneOf(Fact.ISSUER, List.of("a"))));
        var b = Limit.atLeast("b", Ects.of(5), Filter.of(new OneOf(Fact.ISSUER, List.of("b"))));
        var rulebook = Rulebook.of("q", List.of(take("r", 5)), List.of(a, b));

        assertThat(audit(rulebook).missing()).contains(Ects.of(10));
    }

    @Test
    void contradictingRulesAreNeverSatisfied() {
        var cap = Limit.atMost("cap", Ects.of(5), Filter.ANY);
        var rulebook = Rulebook.of("q", List.of(take("r", 10)), List.of(cap));

        var audit = audit(rulebook, held("a", 10));

        assertThat(audit.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(audit.missing()).isEmpty();
        assertThat(Audits.satisfiable(rulebook)).contains(false);
    }

    @Test
    void whatCannotFinishSaysSo() {
        var audit =
                Audits.audit(
                        only(take("r", 10)),
                        Portfolio.of(DAY, List.of(held("a", 5).credential())),
                        1);

        assertThat(audit.result()).isEqualTo(Result.COULD_NOT_FINISH);
        assertThat(audit.missing()).isEmpty();
        assertThat(audit.counted()).isEmpty();
    }

    @Test
    void anOrdinaryLearnerIsAuditedAtOnce() {
        var times = new ArrayList<Long>();
        int open = 0;
        for (int seed = 0; seed < 60; seed++) {
            var instance = Ordinary.of(new Random(seed), 30, 12);
            long start = System.nanoTime();
            var audit = Audits.audit(instance.rulebook(), instance.portfolio());
            times.add((System.nanoTime() - start) / 1_000_000);
            open += audit.result() == Result.COULD_NOT_FINISH ? 1 : 0;
        }
        times.sort(null);
        System.out.println(
                "audits of 30 credentials under 12 requirements, ms: median "
                        + times.get(times.size() / 2)
                        + ", largest "
                        + times.getLast()
                        + ", could not finish "
                        + open);
        assertThat(times.get(times.size() / 2)).isLessThan(1000);
    }

    /** Twenty floors on different themes tell a million kinds of credentials apart. */
    @Test
    void moreKindsThanCanBeToldApartIsNeverAGuess() {
        var floors =
                IntStream.range(0, 20)
                        .mapToObj(
                                number ->
                                        Limit.atLeast(
                                                "floor-" + number,
                                                Ects.of(5),
                                                Filter.of(
                                                        new OneOf(
                                                                Fact.THEME,
                                                                List.of("t" + number)))))
                        .toList();
        var any =
                new Take(
                        "any",
                        Note.NONE,
                        Filter.ANY,
                        Optional.of(Ects.of(5)),
                        Optional.empty(),
                        false);
        var rulebook = Rulebook.of("many", List.of(any), floors);
        var themes = IntStream.range(0, 20).mapToObj(number -> "t" + number).toList();

        var none = Audits.audit(rulebook, Portfolio.of(DAY, List.of()));
        var enough =
                Audits.audit(
                        rulebook,
                        Portfolio.of(DAY, List.of(held("a", 5).themes(themes).credential())));

        assertThat(none.result()).isEqualTo(Result.COULD_NOT_FINISH);
        assertThat(enough.result()).isEqualTo(Result.SATISFIED);
    }
}
