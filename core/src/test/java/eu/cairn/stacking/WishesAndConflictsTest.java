package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a learner wants of single credentials, and rules that stand in each other's way. */
class WishesAndConflictsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final Rulebook RULEBOOK =
            Rulebook.of("q", List.of(take("data"), take("law")), List.of());

    private static Take take(String theme) {
        return new Take(
                theme,
                Note.NONE,
                Filter.of(new OneOf(Fact.THEME, List.of(theme))),
                Optional.of(Ects.of(5)),
                Optional.empty(),
                false);
    }

    private static HeldCredential held(String id, String... themes) {
        return HeldCredential.of(id, Ects.of(5)).themes(List.of(themes)).credential();
    }

    private static Audit audit(List<Wish> wishes, HeldCredential... held) {
        return Audits.audit(RULEBOOK, Portfolio.of(DAY, List.of(held)).withWishes(wishes));
    }

    private static List<String> reasons(Audit audit, String credential) {
        return audit.credentials().stream()
                .filter(each -> each.id().equals(credential))
                .flatMap(each -> each.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    @Test
    void aPinnedCredentialCountsWhereTheLearnerWantsIt() {
        var both = held("a", "data", "law");
        var law = held("b", "law");

        var free = audit(List.of(), both, law);
        var pinned = audit(List.of(Wish.pin("a", "law")), both, law);

        assertThat(free.result()).isEqualTo(Result.SATISFIED);
        assertThat(pinned.missing()).contains(Ects.of(5));
        assertThat(pinned.counted())
                .filteredOn(each -> each.credential().equals("a"))
                .allMatch(each -> each.isIn("law"));
    }

    @Test
    void aCredentialLeftOutCountsNowhereAndSaysWhy() {
        var audit = audit(List.of(Wish.leaveOut("b")), held("a", "data"), held("b", "law"));

        assertThat(audit.missing()).contains(Ects.of(5));
        assertThat(reasons(audit, "b")).contains("stacking.left-out-by-wish");
    }

    @Test
    void aPinThatIsNotPossibleIsSaidAndChangesNothingElse() {
        var audit = audit(List.of(Wish.pin("b", "data")), held("a", "data"), held("b", "law"));

        assertThat(audit.counted()).anyMatch(each -> each.credential().equals("a"));
        assertThat(reasons(audit, "b")).contains("stacking.pin-not-possible");
    }

    @Test
    void aPinOfWhatCannotCountAtAllIsSaidToo() {
        var revoked =
                HeldCredential.of("b", Ects.of(5))
                        .themes(List.of("law"))
                        .status(CredentialStatus.REVOKED)
                        .credential();

        assertThat(reasons(audit(List.of(Wish.pin("b", "law")), revoked), "b"))
                .containsExactly("stacking.revoked", "stacking.pin-not-possible");
    }

    /**
     * Both are accepted, but a limit lets only one of them count: no pin is kept, and both say so.
     */
    @Test
    void pinsThatCannotBeKeptTogetherAreSaid() {
        var law = new OneOf(Fact.THEME, List.of("law"));
        var rulebook =
                Rulebook.of(
                        "q",
                        List.of(take("law")),
                        List.of(Limit.atMost("cap", Ects.of(5), Filter.of(law))));
        var portfolio =
                Portfolio.of(DAY, List.of(held("a", "law"), held("b", "law")))
                        .withWishes(List.of(Wish.pin("a", "law"), Wish.pin("b", "law")));

        var audit = Audits.audit(rulebook, portfolio);

        assertThat(audit.result()).isEqualTo(Result.SATISFIED);
        var counted = audit.counted().getFirst().credential();
        var other = counted.equals("a") ? "b" : "a";
        assertThat(reasons(audit, other)).contains("stacking.pin-not-possible");
        assertThat(reasons(audit, counted)).doesNotContain("stacking.pin-not-possible");
    }

    @Test
    void requirementsThatCompeteForOneCredentialAreInConflict() {
        var audit =
                Audits.under(RULEBOOK)
                        .explained(Portfolio.of(DAY, List.of(held("a", "data", "law"))));

        assertThat(audit.conflict()).containsExactly("data", "law");
        assertThat(audit.proof().bound().orElseThrow().requirements())
                .containsExactly("data", "law");
    }

    @Test
    void aRequirementThatCannotBeMetAloneIsNoConflict() {
        var audit = Audits.under(RULEBOOK).explained(Portfolio.of(DAY, List.of(held("a", "law"))));

        assertThat(audit.conflict()).isEmpty();
        assertThat(audit.proof().kind()).isEqualTo("cut");
    }
}
