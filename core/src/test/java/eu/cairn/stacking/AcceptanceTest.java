package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

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

    private static HeldCredential held(String id, CredentialStatus status, String... themes) {
        return HeldCredential.of(id, Ects.of(5))
                .themes(List.of(themes))
                .status(status)
                .credential();
    }

    private static List<String> places(HeldCredential held) {
        return Acceptance.of(RULEBOOK, Portfolio.of(DAY, List.of(held)), held.id()).stream()
                .map(Take::id)
                .toList();
    }

    @Test
    void everyRequirementThatTakesACredentialIsNamed() {
        assertThat(places(held("a", CredentialStatus.VALID, "law", "data")))
                .containsExactly("data", "law");
        assertThat(places(held("a", CredentialStatus.VALID, "law"))).containsExactly("law");
        assertThat(places(held("a", CredentialStatus.VALID, "arts"))).isEmpty();
    }

    @Test
    void whatCannotCountAtAllHasNoPlace() {
        assertThat(places(held("a", CredentialStatus.REVOKED, "law"))).isEmpty();
    }

    @Test
    void aWishHidesNoPlace() {
        var portfolio =
                Portfolio.of(DAY, List.of(held("a", CredentialStatus.VALID, "law")))
                        .withWishes(List.of(Wish.leaveOut("a")));

        assertThat(Acceptance.any(RULEBOOK, portfolio)).isTrue();
        assertThat(Acceptance.of(RULEBOOK, portfolio, "a")).hasSize(1);
    }

    /** What is passed over without an audit is exactly what an audit would count nothing of. */
    @Property(tries = 500)
    void whereNothingIsAcceptedTheAuditCountsNothing(@ForAll long seed) {
        var instance = Instances.of(seed, Instances.Language.WHOLE, 6);

        if (!Acceptance.any(instance.rulebook(), instance.portfolio())) {
            assertThat(Audits.audit(instance.rulebook(), instance.portfolio()).counted()).isEmpty();
        }
    }

    @Test
    void rulesAboutOtherThemesArePassedOver() {
        var arts = FactsHeld.of(List.of(held("a", CredentialStatus.VALID, "arts", "music")));
        var law = FactsHeld.of(List.of(held("a", CredentialStatus.VALID, "arts", "law")));

        assertThat(arts.couldCount(RULEBOOK)).isFalse();
        assertThat(law.couldCount(RULEBOOK)).isTrue();
    }

    /** Nothing is passed over of which something is accepted. */
    @Property(tries = 500)
    void whatIsPassedOverAcceptsNothing(@ForAll long seed) {
        for (var language : Instances.Language.values()) {
            var instance = Instances.of(seed, language, 3);
            var facts = FactsHeld.of(instance.portfolio().entering());

            if (Acceptance.any(instance.rulebook(), instance.portfolio())) {
                assertThat(facts.couldCount(instance.rulebook())).isTrue();
            }
        }
    }
}
