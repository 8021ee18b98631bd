package eu.cairn.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.award.SecondApproval.Candidate;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Above which size a second person approves, and who that may be. */
class SecondApprovalTest {

    private static final Candidate ADA = candidate(1, "Ada Byron");
    private static final Candidate BEA = candidate(2, "Bea Costa");
    private static final Candidate CLE = candidate(3, "Cleo Dumas");

    @ParameterizedTest
    @CsvSource({
        // credentials, credits, ready, each, earlier, demanded
        "25,  60,  25, 2,   0, false",
        "25,  60,  26, 1,   0, true",
        "25,  60,  12, 5,   0, false",
        "25,  60,  13, 5,   0, true",
        "25,  60,   1, 60.01, 0, true",
        "25,  60,  13, 2,  13, true",
        "25,  60,   0, 5,  99, false",
        "0,   off,  1, 1,   0, true",
        "off, 0,    1, 1,   0, true",
        "off, 0,    1, 0,   0, true",
        "off, off, 9999, 30, 99, false",
        "off, 60,  61, 1,   0, true",
        "25,  off, 25, 30,  0, false",
        "OFF, ' 7,5 ', 2, 4, 0, true"
    })
    void aBatchAboveEitherLimitNeedsASecondPerson(
            String credentials,
            String credits,
            int ready,
            String each,
            int earlier,
            boolean demanded) {
        var rule =
                ((Decided.Accepted<ApprovalRule>) ApprovalRule.read(credentials, credits)).value();

        var size = new BatchSize(ready, Ects.parse(each).orElseThrow(), earlier);

        assertThat(rule.demandsApproval(size)).isEqualTo(demanded);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 60, award.rule-credentials-invalid",
        "25, '', award.rule-credits-invalid",
        "-1, 60, award.rule-credentials-invalid",
        "2.5, 60, award.rule-credentials-invalid",
        "1000000, 60, award.rule-credentials-invalid",
        "99999999999, 60, award.rule-credentials-invalid",
        "25, -60, award.rule-credits-invalid",
        "25, 1e9, award.rule-credits-invalid",
        "25, 7.125, award.rule-credits-invalid",
        "none, 60, award.rule-credentials-invalid",
        "null, 60, award.rule-credentials-invalid"
    })
    void nothingIsSwitchedOffButByTheWord(String credentials, String credits, String code) {
        var read = ApprovalRule.read(credentials, credits);

        assertThat(read.reasons()).extracting(Refusal::code).containsExactly(code);
    }

    @Test
    void untilARuleIsSetTwentyFiveCredentialsOrSixtyCreditsAreTheMost() {
        assertThat(ApprovalRule.UNTIL_SET)
                .isEqualTo(new ApprovalRule(Optional.of(25), Optional.of(Ects.of(60))));
    }

    @Test
    void nobodyWhoHadAHandInABatchApprovesIt() {
        var request = new SecondApproval(ADA.account(), BEA.account(), Set.of());
        var all = List.of(ADA, BEA, CLE);

        assertThat(request.objection(ADA, all)).hasValue(own("Cleo Dumas"));
        assertThat(request.objection(BEA, all)).hasValue(own("Cleo Dumas"));
        assertThat(request.objection(CLE, all)).isEmpty();
        assertThat(request.objection(ADA, List.of(ADA, BEA))).hasValue(own(""));
    }

    @Test
    void whoAssessedResultsInABatchDoesNotApproveIt() {
        var named =
                SecondApproval.assessors(
                        Stream.of(row("BEA.costa@example.org | Cleo  DUMAS"), row(""), row(" ; ")));
        var request = new SecondApproval(ADA.account(), ADA.account(), named);
        var dia = candidate(4, "Dia Egan");

        assertThat(named).containsExactlyInAnyOrder("bea.costa@example.org", "cleo dumas");
        assertThat(request.objection(BEA, List.of(ADA, BEA, CLE, dia)))
                .hasValue(Refusal.of("award.approval-assessor", "", "Dia Egan"));
        assertThat(request.objection(CLE, List.of())).isPresent();
        assertThat(request.objection(dia, List.of())).isEmpty();
    }

    @Test
    void anAssessorIsKnownWithTheFamilyNameFirst() {
        var request =
                new SecondApproval(
                        ADA.account(),
                        ADA.account(),
                        SecondApproval.assessors(Stream.of(row("Egan, Dia"))));

        assertThat(request.isOpenTo(candidate(4, "Dia Egan"))).isFalse();
        assertThat(request.isOpenTo(candidate(5, "Dia Else"))).isTrue();
    }

    @Test
    void aBatchIsReturnedOnlyWithAReason() {
        assertThat(SecondApproval.reason(" \n ").reasons())
                .extracting(Refusal::code)
                .containsExactly("award.return-reason-missing");
        assertThat(SecondApproval.reason("x".repeat(501)).reasons())
                .extracting(Refusal::code)
                .containsExactly("award.return-reason-too-long");
        assertThat(SecondApproval.reason(" Row 4 ")).isEqualTo(Decided.accepted("Row 4"));
    }

    private static Refusal own(String who) {
        return Refusal.of("award.approval-own", "", who);
    }

    private static ResultRow row(String assessedBy) {
        return new ResultRow(2, "BF-1", Map.of(), "2026-11-16", "", "yes", assessedBy, Map.of());
    }

    private static Candidate candidate(int number, String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        return new Candidate(new UUID(0, number), email, name);
    }
}
