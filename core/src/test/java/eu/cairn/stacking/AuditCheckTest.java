package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.Further;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker believes no audit that was changed after it was made. */
class AuditCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final Rulebook RULEBOOK =
            new Rulebook(
                    "q",
                    "1",
                    Note.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            take("law"),
                            new Choose(
                                    "choice",
                                    Note.NONE,
                                    Count.exactly(1),
                                    List.of(take("data"), take("code")))),
                    List.of(
                            Limit.atMost(
                                    "cap",
                                    Ects.of(10),
                                    Filter.of(new OneOf(Fact.ISSUER, List.of("a"))))),
                    Optional.empty(),
                    Terms.ofNotBoth(List.of(Set.of("X", "Y"))));

    private static final Portfolio PORTFOLIO =
            Portfolio.of(
                    DAY,
                    List.of(
                            held("c1", "law", "X"),
                            held("c2", "data", "Z"),
                            held("c3", "law", "Y"),
                            held("c4", "law", "X"),
                            HeldCredential.of("c5", Ects.of(5))
                                    .themes(List.of("law"))
                                    .issuer("b")
                                    .status(CredentialStatus.REVOKED)
                                    .credential()));

    private static final Claim TRUE = Audits.audit(RULEBOOK, PORTFOLIO).claim();

    private static Take take(String theme) {
        return new Take(
                theme,
                Note.NONE,
                Filter.of(new OneOf(Fact.THEME, List.of(theme))),
                Optional.of(Ects.of(5)),
                Optional.empty(),
                false);
    }

    private static HeldCredential held(String id, String theme, String course) {
        return HeldCredential.of(id, Ects.of(5))
                .themes(List.of(theme))
                .course(course)
                .issuer("a")
                .credential();
    }

    private static Claim counting(Counted... counted) {
        return with(Result.SATISFIED, List.of(counted), TRUE.chosen(), Ects.ZERO, List.of());
    }

    private static Claim with(
            Result result,
            List<Counted> counted,
            List<String> chosen,
            Ects missing,
            List<Further> completion) {
        return new Claim(
                result,
                Optional.of(missing),
                counted,
                chosen,
                List.of(),
                List.of(),
                completion,
                "search",
                Optional.empty());
    }

    private static Counted count(String credential, String requirement, int credits) {
        return new Counted(credential, List.of(requirement), Ects.of(credits), List.of());
    }

    private static List<String> doubts(Claim claim) {
        return AuditCheck.doubts(RULEBOOK, PORTFOLIO, claim).stream().map(Refusal::code).toList();
    }

    @Test
    void whatIsTrueIsConfirmed() {
        assertThat(TRUE.result()).isEqualTo(Result.SATISFIED);
        assertThat(doubts(TRUE)).isEmpty();
        assertThat(doubts(counting(count("c1", "law", 5), count("c2", "data", 5)))).isEmpty();
    }

    @Test
    void aCredentialNobodyHoldsIsDoubted() {
        assertThat(doubts(counting(count("c9", "law", 5), count("c2", "data", 5))))
                .contains("audit.unknown-credential", "audit.requirement-unmet");
    }

    @Test
    void aCredentialCountedTwiceIsDoubted() {
        assertThat(
                        doubts(
                                counting(
                                        count("c1", "law", 5),
                                        count("c1", "law", 5),
                                        count("c2", "data", 5))))
                .contains("audit.counted-twice", "audit.course-twice");
    }

    @Test
    void aRevokedCredentialIsDoubted() {
        assertThat(doubts(counting(count("c5", "law", 5), count("c2", "data", 5))))
                .containsExactly("audit.unusable");
    }

    @Test
    void aCredentialInTheWrongPlaceIsDoubted() {
        assertThat(doubts(counting(count("c2", "law", 5), count("c1", "data", 5))))
                .containsOnly("audit.not-accepted");
        assertThat(doubts(counting(count("c1", "nowhere", 5), count("c2", "data", 5))))
                .contains("audit.unknown-requirement");
        assertThat(doubts(counting(count("c1", "law", 5), count("c2", "code", 5))))
                .contains("audit.not-chosen");
    }

    @Test
    void moreOrFewerCreditsThanACredentialHasAreDoubted() {
        assertThat(doubts(counting(count("c1", "law", 6), count("c2", "data", 5))))
                .contains("audit.too-many-credits");
        assertThat(doubts(counting(count("c1", "law", 4), count("c2", "data", 5))))
                .contains("audit.cut-credential", "audit.requirement-unmet");
    }

    @Test
    void coursesThatExcludeEachOtherAreDoubted() {
        assertThat(
                        doubts(
                                counting(
                                        count("c1", "law", 5),
                                        count("c3", "law", 5),
                                        count("c2", "data", 5))))
                .contains("audit.not-both", "audit.limit-broken");
    }

    @Test
    void aWrongChoiceIsDoubted() {
        var counted = TRUE.counted();
        assertThat(doubts(with(Result.SATISFIED, counted, List.of(), Ects.ZERO, List.of())))
                .contains("audit.wrong-choice");
        assertThat(
                        doubts(
                                with(
                                        Result.SATISFIED,
                                        counted,
                                        List.of("code", "data"),
                                        Ects.ZERO,
                                        List.of())))
                .contains("audit.wrong-choice");
    }

    @Test
    void aWrongResultIsDoubted() {
        assertThat(
                        doubts(
                                with(
                                        Result.NOT_SATISFIED,
                                        TRUE.counted(),
                                        TRUE.chosen(),
                                        Ects.ZERO,
                                        List.of())))
                .contains("audit.wrong-result");
        assertThat(doubts(counting(count("c1", "law", 5)))).contains("audit.requirement-unmet");
    }

    @Test
    void wrongFiguresAreDoubted() {
        var requirement = new Claim.RequirementFigures("law", State.MET, Ects.of(7), Ects.ZERO);
        var limit = new Claim.LimitFigures("cap", Ects.of(7), true);
        var claim =
                new Claim(
                        TRUE.result(),
                        TRUE.missing(),
                        TRUE.counted(),
                        TRUE.chosen(),
                        List.of(requirement),
                        List.of(limit),
                        List.of(),
                        "assignment",
                        Optional.empty());

        assertThat(doubts(claim)).containsExactly("audit.requirement-figure", "audit.limit-figure");
    }

    @Test
    void aCompletionThatDoesNotCompleteIsDoubted() {
        var counted = List.of(count("c2", "data", 5));
        var facts =
                HeldCredential.of("f", Ects.ZERO).themes(List.of("law")).awarded(DAY).credential();
        var right = List.of(new Further("law", Ects.of(5), facts));
        var little = List.of(new Further("law", Ects.of(4), facts));

        assertThat(doubts(with(Result.NOT_SATISFIED, counted, List.of("data"), Ects.of(5), right)))
                .isEmpty();
        assertThat(doubts(with(Result.NOT_SATISFIED, counted, List.of("data"), Ects.of(4), little)))
                .containsExactly("audit.requirement-unmet");
        assertThat(doubts(with(Result.NOT_SATISFIED, counted, List.of("data"), Ects.of(3), right)))
                .containsExactly("audit.missing-figure");
    }
}
