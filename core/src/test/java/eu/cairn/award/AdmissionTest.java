package eu.cairn.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.award.AdmissionDecision.Ground;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Optional<String> REQUIRED = Optional.of("A first degree");

    @Test
    void whoIsRefusedIsToldWhyAndHowToAppeal() {
        assertThat(codes(AdmissionDecision.refuse("", " ", "")))
                .containsExactly(
                        "award.admission-ground-missing",
                        "award.admission-words-missing",
                        "award.admission-appeal-missing");
        assertThat(codes(AdmissionDecision.refuse("because", "x", "y")))
                .containsExactly("award.admission-ground-missing");

        var decided = AdmissionDecision.refuse("no-place-left", " All 20 taken ", "To the board");

        assertThat(decided)
                .isEqualTo(
                        Decided.accepted(
                                new AdmissionDecision(
                                        Optional.of(Ground.NO_PLACE_LEFT),
                                        "All 20 taken",
                                        "To the board")));
    }

    @Test
    void whoIsAdmittedNeedsNoReason() {
        assertThat(AdmissionDecision.admit("").map(AdmissionDecision::admits))
                .isEqualTo(Decided.accepted(true));
        assertThat(codes(AdmissionDecision.admit("x".repeat(2001))))
                .containsExactly("award.admission-text-too-long");
    }

    @Test
    void whereACourseRequiresSomethingTheLearnerShowsHowItIsMet() {
        assertThat(codes(AdmissionRequest.of(REQUIRED, " ", List.of(""), Set.of())))
                .containsExactly("award.admission-nothing-shown");
        assertThat(codes(AdmissionRequest.of(Optional.empty(), "", List.of(), Set.of()))).isEmpty();
        assertThat(codes(AdmissionRequest.of(REQUIRED, "", List.of("A", "A"), Set.of("A"))))
                .isEmpty();
    }

    @Test
    void onlyWhatIsHeldCanBeShown() {
        assertThat(codes(AdmissionRequest.of(REQUIRED, "", List.of("A", "B"), Set.of("A"))))
                .containsExactly("award.admission-credential-not-held");
        assertThat(codes(AdmissionRequest.of(REQUIRED, "x".repeat(4001), List.of(), Set.of())))
                .containsExactly("award.admission-text-too-long");
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }
}
