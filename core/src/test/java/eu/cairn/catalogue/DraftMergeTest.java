package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftMergeTest {

    private final CourseDraft base = Drafts.complete();

    @Test
    void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
        var mine = with(base, "need", "My need");
        var theirs = with(with(base, "title", "Their title"), "outcomes[2].text", "draw a map");

        var merged = DraftMerge.of(base, mine, theirs).orElseThrow();

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.draft())
                .isEqualTo(
                        with(
                                with(with(base, "title", "Their title"), "need", "My need"),
                                "outcomes[2].text",
                                "draw a map"));
    }

    @Test
    void ofOneFieldThatBothChangedTheFirstStaysAndTheOtherIsHandedBack() {
        var mine = with(base, "tasks[1].weight", "60");
        var theirs = with(base, "tasks[1].weight", "80");

        var merged = DraftMerge.of(base, mine, theirs).orElseThrow();

        assertThat(merged.draft()).isEqualTo(theirs);
        assertThat(merged.clashes()).containsExactly(new DraftMerge.Clash("tasks[1].weight", "60"));
        assertThat(with(merged.draft(), "tasks[1].weight", "60")).isEqualTo(mine);
    }

    @Test
    void everyTextOfADraftIsMergedWhicheverItIs() {
        for (var place :
                List.of(
                        "code",
                        "titleEnglish",
                        "language",
                        "credits",
                        "terms.rights",
                        "terms.validMonths",
                        "activities[2].hours",
                        "outcomes[1].taxonomy",
                        "tasks[2].supervision",
                        "endsOn")) {
            var mine = with(base, place, "mine");
            var theirs = with(base, "stackability", "theirs");

            var merged = DraftMerge.of(base, mine, theirs).orElseThrow();

            assertThat(DraftMerge.text(merged.draft(), place)).as(place).hasValue("mine");
            assertThat(merged.draft().stackability()).isEqualTo("theirs");
        }
    }

    @Test
    void ticksOfBothAreKeptAndThoseTakenAwayAreGone() {
        var mine = activities(base.activities().get(0).teaching(List.of(1, 2, 3)));
        var theirs = activities(base.activities().get(0).teaching(List.of(2)));

        var merged = DraftMerge.of(base, mine, theirs).orElseThrow();

        assertThat(merged.draft().activities().get(0).outcomes()).containsExactly(2, 3);
    }

    @Test
    void rowsThatBothAddAreBothThere() {
        var merged =
                DraftMerge.of(
                                base,
                                activities(
                                        base.activities().get(0),
                                        base.activities().get(1),
                                        new CourseDraft.Activity("Mine", "1", List.of(1))),
                                activities(
                                        base.activities().get(0),
                                        base.activities().get(1),
                                        new CourseDraft.Activity("Theirs", "1", List.of(1))))
                        .orElseThrow();

        assertThat(merged.draft().activities())
                .extracting(CourseDraft.Activity::title)
                .containsExactly("Lectures", "Group work", "Theirs", "Mine");
    }

    @Test
    void twoPeopleWhoEachAddAnEmptyRowGetTwo() {
        var more =
                activities(
                        base.activities().get(0),
                        base.activities().get(1),
                        new CourseDraft.Activity("", "", List.of()));

        var merged = DraftMerge.of(base, more, more).orElseThrow();

        assertThat(merged.draft().activities()).hasSize(4);
        assertThat(merged.clashes()).isEmpty();
    }

    @Test
    void ratesAreTheSameRowByTheirMethodWhereverTheyStand() {
        var video = new DraftPlan.Rate("video", "1", "2", "3");
        var exam = new DraftPlan.Rate("exam-prep", "1", "2", "3");
        var from = rates(video);

        var merged =
                DraftMerge.of(
                                from,
                                rates(exam, new DraftPlan.Rate("video", "1", "2", "4")),
                                rates(new DraftPlan.Rate("video", "0.5", "2", "3")))
                        .orElseThrow();
        var removed = DraftMerge.of(from, rates(), rates(video, exam)).orElseThrow();
        var both =
                DraftMerge.of(
                                rates(),
                                rates(new DraftPlan.Rate("video", "1", "2", "4")),
                                rates(video))
                        .orElseThrow();

        assertThat(merged.draft().plan().time().rates())
                .containsExactly(new DraftPlan.Rate("video", "0.5", "2", "4"), exam);
        assertThat(merged.clashes()).isEmpty();
        assertThat(removed.draft().plan().time().rates()).containsExactly(exam);
        assertThat(both.draft().plan().time().rates()).containsExactly(video);
        assertThat(both.clashes())
                .containsExactly(new DraftMerge.Clash("plan.time.rates[1].high", "4"));
    }

    private CourseDraft rates(DraftPlan.Rate... rates) {
        return base.with(base.plan().with(new DraftPlan.Time("", "", List.of(rates))));
    }

    @Test
    void anOutcomeTakenOutWhileAnotherIsTickedIsLeftToPeople() {
        var outcomes = new ArrayList<>(base.outcomes());
        outcomes.removeFirst();
        var mine = base.with(outcomes, base.activities(), base.tasks());
        var theirs =
                activities(base.activities().get(0).teaching(List.of(3)), base.activities().get(1));

        assertThat(DraftMerge.of(base, mine, theirs)).isEmpty();
        assertThat(DraftMerge.of(base, theirs, mine)).isEmpty();
        assertThat(DraftMerge.of(base, mine, with(base, "need", "Theirs"))).isPresent();
    }

    @Test
    void aPlaceThatIsNotThereAnyMoreIsNotWrittenTo() {
        assertThat(DraftMerge.with(base, "outcomes[9].text", "x")).isEmpty();
        assertThat(DraftMerge.with(base, "outcomes", "x")).isEmpty();
        assertThat(DraftMerge.with(base, "", "x")).isEmpty();
        assertThat(DraftMerge.with(base, "getClass", "x")).isEmpty();
    }

    private CourseDraft activities(CourseDraft.Activity... activities) {
        var all = new ArrayList<>(List.of(activities));
        if (all.size() == 1) {
            all.add(base.activities().get(1));
        }
        return base.with(base.outcomes(), all, base.tasks());
    }

    private static CourseDraft with(CourseDraft draft, String place, String text) {
        return DraftMerge.with(draft, place, text).orElseThrow();
    }
}
