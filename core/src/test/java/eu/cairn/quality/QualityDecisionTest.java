package eu.cairn.quality;

import static eu.cairn.quality.Approvals.OFFICER;
import static eu.cairn.quality.Approvals.all;
import static eu.cairn.quality.Approvals.decide;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.Drafts;
import eu.cairn.catalogue.NationalTypes;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.NationalRules;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.QualityDecision.Outcome;
import eu.cairn.quality.QualityDecision.Proposal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityDecisionTest {

    @Test
    void onlyACompleteReviewDecides() {
        var undecided = decide(new Proposal(List.of(), Optional.empty(), "", 3), OFFICER);

        assertThat(undecided.reasons())
                .extracting("code")
                .contains(
                        "quality.finding-missing",
                        "quality.outcome-missing",
                        "quality.reasons-missing");
    }

    @Test
    void nobodyDecidesOnTheirOwnSubmission() {
        var proposal =
                new Proposal(all(Finding.Result.MET), Optional.of(Outcome.APPROVED), "fine", 3);

        assertThat(decide(proposal, Approvals.DESIGNER).reasons())
                .extracting("code")
                .containsExactly("quality.own-submission");
    }

    @Test
    void nobodyDecidesOnWhatTheyWroteThoughAColleagueSubmittedIt() {
        var proposal =
                new Proposal(all(Finding.Result.MET), Optional.of(Outcome.APPROVED), "fine", 3);

        assertThat(decide(proposal, Approvals.AUTHOR).reasons())
                .extracting("code")
                .containsExactly("quality.own-design");
    }

    @Test
    void whatIsNotMetIsNotApproved() {
        var proposal =
                new Proposal(all(Finding.Result.NOT_MET), Optional.of(Outcome.APPROVED), "so", 3);

        assertThat(decide(proposal, OFFICER).reasons())
                .extracting("code")
                .containsExactly("quality.not-all-met");
    }

    @Test
    void aRefusalRestsOnAFinding() {
        var proposal = new Proposal(all(Finding.Result.MET), Optional.of(Outcome.REFUSED), "no", 3);

        assertThat(decide(proposal, OFFICER).reasons())
                .extracting("code")
                .containsExactly("quality.refusal-without-finding");
    }

    @Test
    void anApprovalHoldsForItsYearsAndNoDayLonger() {
        var approved = Approvals.approved().decision();

        assertThat(approved.validUntil()).contains(Drafts.DAY.plusYears(3).minusDays(1));
        assertThat(ApprovedCourse.of(approved, approved.validUntil().get()).reasons()).isEmpty();
        assertThat(ApprovedCourse.of(approved, approved.validUntil().get().plusDays(1)).reasons())
                .extracting("code")
                .containsExactly("quality.approval-expired");
    }

    @Test
    void onlyAnApprovalMakesAnApprovedCourse() {
        var refused =
                decide(
                        new Proposal(
                                all(Finding.Result.NOT_MET),
                                Optional.of(Outcome.REFUSED),
                                "the outcomes are not assessed",
                                3),
                        OFFICER);

        assertThat(refused).isInstanceOf(Decided.Accepted.class);
        if (refused instanceof Decided.Accepted<QualityDecision>(var decision)) {
            assertThat(ApprovedCourse.of(decision, Drafts.DAY).reasons())
                    .extracting("code")
                    .containsExactly("quality.not-approved");
        }
    }

    @Test
    void aLevelThatDiffersFromTheFrameworkOnTheDayOfTheDecisionIsNotApproved() {
        var proposal =
                new Proposal(all(Finding.Result.MET), Optional.of(Outcome.APPROVED), "fine", 3);
        var refusal =
                new Proposal(all(Finding.Result.NOT_MET), Optional.of(Outcome.REFUSED), "level", 3);

        assertThat(Approvals.decide(proposal, changed(6)).reasons())
                .extracting("code")
                .containsExactly("quality.level-differs");
        assertThat(
                        Approvals.decide(
                                        proposal,
                                        NationalRules.of(new NationalFrameworks(List.of())))
                                .reasons())
                .extracting("code")
                .containsExactly("quality.level-differs");
        assertThat(Approvals.decide(proposal, changed(7)).reasons()).isEmpty();
        assertThat(Approvals.decide(refusal, changed(6)).reasons()).isEmpty();
    }

    @Test
    void aCourseOfNoNationalTypeOnTheDayOfTheDecisionIsNotApproved() {
        var proposal =
                new Proposal(all(Finding.Result.MET), Optional.of(Outcome.APPROVED), "fine", 3);
        var refusal =
                new Proposal(all(Finding.Result.NOT_MET), Optional.of(Outcome.REFUSED), "size", 3);
        var strict = registered(NationalTypes.within(NationalTypes.italian(), "6", "30", 7));

        assertThat(Approvals.decide(proposal, strict).reasons())
                .containsExactly(
                        Refusal.of(
                                "framework.type-credits-below",
                                "outcome",
                                "5.0",
                                "6.0",
                                "Microcredenziale",
                                "MC-1",
                                "Decreto 1/2026"));
        assertThat(Approvals.decide(refusal, strict).reasons()).isEmpty();
        assertThat(Approvals.decide(proposal, registered()).reasons()).isEmpty();
    }

    @Test
    void anApprovalKeepsTheNationalTypesAsTheyStoodOnItsDay() {
        var proposal =
                new Proposal(all(Finding.Result.MET), Optional.of(Outcome.APPROVED), "fine", 3);
        var refusal =
                new Proposal(all(Finding.Result.NOT_MET), Optional.of(Outcome.REFUSED), "size", 3);
        var type = NationalTypes.italian();

        assertThat(types(proposal, registered(type))).containsExactly(type);
        assertThat(types(proposal, registered(type.endedFrom(Drafts.DAY)))).isEmpty();
        assertThat(types(refusal, registered(type))).isEmpty();
    }

    private static List<NationalType> types(Proposal proposal, NationalRules rules) {
        return Approvals.decide(proposal, rules)
                        instanceof Decided.Accepted<QualityDecision>(var it)
                ? it.nationalTypes()
                : List.of();
    }

    private static NationalRules registered(NationalType... types) {
        return new NationalRules(NationalFrameworks.published(), List.of(types));
    }

    /** The Italian framework, all of whose levels are referenced to another one on the day. */
    private static NationalRules changed(int eqf) {
        return NationalRules.of(
                new NationalFrameworks(
                        NationalFrameworks.published().levels(Drafts.ITALY, Drafts.DAY).stream()
                                .map(
                                        level ->
                                                new NationalLevel(
                                                        level.country(),
                                                        level.framework(),
                                                        level.level(),
                                                        Optional.of(new EqfLevel(eqf)),
                                                        level.cycle(),
                                                        level.validity(),
                                                        level.confirmed(),
                                                        level.source()))
                                .toList()));
    }
}
