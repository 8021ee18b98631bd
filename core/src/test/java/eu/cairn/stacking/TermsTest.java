package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Size;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rulebook says beside requirements and limits, where something is missing. */
class TermsTest {

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

    private static Condition theme(String theme) {
        return new OneOf(Fact.THEME, List.of(theme));
    }

    private static HeldCredentialFacts held(String id, int credits, String theme) {
        return HeldCredential.of(id, Ects.of(credits)).themes(List.of(theme));
    }

    private static Rulebook rulebook(
            List<Requirement> requirements, List<Limit> limits, Optional<Ects> most, Terms terms) {
        return new Rulebook(
                "q",
                "1",
                Note.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requirements,
                limits,
                most.map(credits -> Limit.atMost("total", credits, Filter.ANY)),
                terms);
    }

    private static Terms terms(List<Share> shares, Spending spending, Optional<Period> within) {
        return new Terms(
                List.of(), shares, List.of(), spending, List.of(), Map.of(), within, List.of());
    }

    private static Audit audit(Rulebook rulebook, HeldCredentialFacts... held) {
        var credentials = List.of(held).stream().map(HeldCredentialFacts::credential).toList();
        return Audits.audit(rulebook, Portfolio.of(DAY, credentials));
    }

    @Test
    void whatIsStillToBeEarnedWasSpentOnNothing() {
        var most = new Spending.Rule.AtMost(Optional.of(Ects.of(4)), Optional.empty());
        var spending = new Spending(Map.of("other", most), most);
        var rules =
                rulebook(
                        List.of(take("law", 20, theme("law"))),
                        List.of(),
                        Optional.empty(),
                        terms(List.of(), spending, Optional.empty()));

        assertThat(audit(rules).missing()).contains(Ects.of(20));
        assertThat(Audits.satisfiable(rules)).contains(true);
        assertThat(rules.everyLimit().map(Limit::id))
                .containsExactly("spent/other", "spent/otherAwards");
    }

    @Test
    void aBoundHoldsInEveryWindow() {
        var rules =
                rulebook(
                        List.of(take("law", 20, theme("law"))),
                        List.of(),
                        Optional.empty(),
                        terms(List.of(), Spending.FREE, Optional.of(Period.ofYears(2))));

        var audit =
                audit(
                        rules,
                        held("old", 10, "law").awarded(DAY.minusYears(2).minusDays(1)),
                        held("new", 8, "law").awarded(DAY.minusYears(2)));

        assertThat(audit.result()).isEqualTo(Result.NOT_SATISFIED);
        assertThat(audit.missing()).contains(Ects.of(12));
        assertThat(audit.proof().bound().orElseThrow().available()).isEqualTo(1800);
        assertThat(audit.proof().kind()).isEqualTo("search");
    }

    @Test
    void coursesThatAreExcludedLeaveRoomForAnyNumberOfOthers() {
        var from = Filter.of(new NoneOf(Fact.COURSE, List.of("A", "B", "another")));
        var rules =
                rulebook(
                        List.of(
                                new Take(
                                        "r",
                                        Note.NONE,
                                        from,
                                        Optional.of(Ects.of(10)),
                                        Optional.of(Count.atLeast(3)),
                                        false)),
                        List.of(),
                        Optional.empty(),
                        Terms.NONE);

        var audit = audit(rules, held("a", 5, "law").course("A"));

        assertThat(audit.missing()).contains(Ects.of(10));
        assertThat(audit.completion()).hasSize(3);
    }

    @Test
    void aLimitOnSmallCredentialsIsKeptByLargerOnes() {
        var small =
                new Limit(
                        "small",
                        Note.NONE,
                        Filter.of(new Size(Optional.empty(), Optional.of(Ects.of(2)))),
                        Optional.empty(),
                        Optional.of(Ects.of(4)),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        var large =
                Limit.atLeast(
                        "large",
                        Ects.of(6),
                        Filter.of(new Size(Optional.of(Ects.of(5)), Optional.empty())));
        var rules =
                rulebook(
                        List.of(take("law", 10, theme("law"))),
                        List.of(small, large),
                        Optional.empty(),
                        Terms.NONE);

        var audit = audit(rules, held("a", 2, "law"), held("b", 2, "law"));

        assertThat(audit.missing()).contains(Ects.of(6));
        assertThat(audit.completion().getFirst().credits()).isEqualTo(Ects.of(6));
    }

    @Test
    void aRulebookThatNeedsASharedCredentialCanBeSatisfied() {
        var share =
                new Share(
                        "s",
                        Note.NONE,
                        List.of("law", "data"),
                        Optional.of(Ects.of(10)),
                        Optional.empty());
        var free =
                rulebook(
                        List.of(take("law", 20, theme("law")), take("data", 20, theme("data"))),
                        List.of(),
                        Optional.of(Ects.of(30)),
                        terms(List.of(share), Spending.FREE, Optional.empty()));
        var tight =
                rulebook(
                        free.requirements(),
                        List.of(),
                        Optional.of(Ects.of(29)),
                        terms(List.of(share), Spending.FREE, Optional.empty()));

        assertThat(Audits.satisfiable(free)).contains(true);
        assertThat(Audits.satisfiable(tight)).contains(false);
        var both = HeldCredential.of("both", Ects.of(10)).themes(List.of("law", "data"));
        assertThat(audit(free, both, held("l", 10, "law"), held("d", 10, "data")).result())
                .isEqualTo(Result.SATISFIED);
        assertThat(audit(free).result()).isEqualTo(Result.NOT_SATISFIED);
    }
}
