package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseStateTest {

    @Test
    void aStateIsReachedOnlyFromTheOnesBeforeIt() {
        assertThat(CourseState.DRAFT.change(CourseState.PUBLISHED, "at once").reasons())
                .extracting("code")
                .containsExactly("catalogue.state-not-reachable");
        assertThat(CourseState.PUBLISHED.change(CourseState.SUSPENDED, "a complaint").reasons())
                .isEmpty();
        assertThat(CourseState.CLOSED.onRequest()).isEmpty();
    }

    @Test
    void whatIsNotApprovedYetMovesByADecisionAlone() {
        for (var target : CourseState.values()) {
            assertThat(CourseState.DRAFT.change(target, "asked for").reasons()).isNotEmpty();
            assertThat(CourseState.IN_REVIEW.change(target, "asked for").reasons()).isNotEmpty();
        }
    }

    @Test
    void everyChangeNeedsAReason() {
        assertThat(CourseState.PUBLISHED.change(CourseState.SUSPENDED, " ").reasons())
                .extracting("code")
                .containsExactly("catalogue.reason-missing");
    }
}
