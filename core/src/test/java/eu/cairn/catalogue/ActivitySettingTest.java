package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an activity is taken part in, who teaches it and what is learnt with. */
class ActivitySettingTest {

    private static final String READER = "https://unibo.example/reader?chapter=2";

    @Test
    void modeTeachersAndResourcesAreRead() {
        var read =
                activity(
                        "online-synchronous",
                        " The climate group ",
                        List.of("Reader ", "", READER));

        assertThat(read.mode()).contains(ActivityMode.ONLINE_SYNCHRONOUS);
        assertThat(read.teachers()).contains("The climate group");
        assertThat(read.resources()).containsExactly("Reader", READER);
        assertThat(CourseDesign.Activity.isAddress(READER)).isTrue();
        assertThat(CourseDesign.Activity.isAddress("Reader")).isFalse();
    }

    @Test
    void nothingOfItIsNeeded() {
        var read = activity("", "", List.of());

        assertThat(read.mode()).isEmpty();
        assertThat(read.teachers()).isEmpty();
        assertThat(read.resources()).isEmpty();
    }

    @Test
    void aModeThatIsNotInTheListIsRefusedAtItsField() {
        assertThat(faults("hybrid", "", List.of()))
                .containsExactly(
                        Refusal.of("catalogue.choice-unknown", "activities[1].mode", "hybrid"));
    }

    @Test
    void namesBeyondTwoHundredCharactersAreRefused() {
        assertThat(faults("", "x".repeat(200), List.of())).isEmpty();
        assertThat(faults("", "x".repeat(201), List.of()))
                .containsExactly(
                        Refusal.of("catalogue.text-too-long", "activities[1].teachers", 201, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://unibo.example/reader",
                "ftp://unibo.example",
                "www.unibo.example",
                "HTTPS://",
                "https://a.example/\"onload=",
            })
    void whatLooksLikeAnAddressHasToBeASafeOne(String resource) {
        assertThat(faults("", "", List.of(resource)))
                .containsExactly(
                        Refusal.of(
                                "catalogue.address-invalid", "activities[1].resources", resource));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISBN:978-0-262-04400-4", "javascript:alert(1)", "Chapter 2: water"})
    void anyOtherTextIsATextAndNeverALink(String resource) {
        assertThat(activity("", "", List.of(resource)).resources()).containsExactly(resource);
        assertThat(CourseDesign.Activity.isAddress(resource)).isFalse();
    }

    @Test
    void moreThanTwelveResourcesAndOneThatIsTooLongAreRefused() {
        assertThat(faults("", "", Collections.nCopies(12, "Reader"))).isEmpty();
        assertThat(faults("", "", Collections.nCopies(13, "Reader")))
                .containsExactly(
                        Refusal.of("catalogue.too-many-rows", "activities[1].resources", 13, 12));
        assertThat(faults("", "", List.of("x".repeat(501))))
                .containsExactly(
                        Refusal.of("catalogue.text-too-long", "activities[1].resources", 501, 500));
    }

    @ParameterizedTest
    @CsvSource({
        "online, onsite, , true",
        "online, blended, , true",
        "online, online-asynchronous, , false",
        "onsite, online-synchronous, contact, true",
        "onsite, online-asynchronous, independent, false",
        "onsite, onsite, contact, false",
        "blended, onsite, , false",
        "blended, online-synchronous, , false",
    })
    void anActivityThatIsNotAsTheCourseIsAskedAbout(
            String course, String mode, String kind, boolean asked) {
        var activity =
                new CourseDraft.Activity(
                        "Lectures",
                        "40",
                        List.of(1, 2),
                        "",
                        "",
                        "",
                        kind == null ? "" : kind,
                        mode,
                        "",
                        List.of());
        var hints = review(course, activity).hints();

        assertThat(
                        hints.stream()
                                .filter(hint -> hint.code().equals("catalogue.mode-not-of-course")))
                .hasSize(asked ? 1 : 0);
    }

    @Test
    void aResourceMoreIsOneChangeOfItsActivity() {
        var changed =
                CourseChanges.between(
                        Changed.complete(),
                        Changed.in(Changed.complete(), DesignElement.ACTIVITY_RESOURCES));

        assertThat(changed.all())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.element())
                                    .isEqualTo(DesignElement.ACTIVITY_RESOURCES);
                            assertThat(change.entry()).isEqualTo("Lectures");
                        });
    }

    @Test
    void resourcesThatTwoPeopleAddAreAllKept() {
        var base = with(activity(List.of("Reader")));
        var merged =
                DraftMerge.of(
                        base,
                        with(activity(List.of("Reader", "Mine"))),
                        with(activity(List.of("Theirs"))));

        assertThat(merged.map(both -> both.draft().activities().getFirst().resources()))
                .contains(List.of("Theirs", "Mine"));
        assertThat(merged.map(DraftMerge.Merged::clashes)).contains(List.of());
    }

    private static CourseDraft with(CourseDraft.Activity activity) {
        var draft = Drafts.complete();
        return draft.with(
                draft.outcomes(), List.of(activity, draft.activities().get(1)), draft.tasks());
    }

    private static CourseDraft.Activity activity(List<String> resources) {
        return new CourseDraft.Activity(
                "Lectures", "40", List.of(1, 2), "", "", "", "", "", "", resources);
    }

    private static CourseDesign.Activity activity(
            String mode, String teachers, List<String> resources) {
        return review("blended", typed(mode, teachers, resources))
                .design()
                .orElseThrow()
                .activities()
                .getFirst();
    }

    private static List<Refusal> faults(String mode, String teachers, List<String> resources) {
        return review("blended", typed(mode, teachers, resources)).faults();
    }

    private static CourseDraft.Activity typed(
            String mode, String teachers, List<String> resources) {
        return new CourseDraft.Activity(
                "Lectures", "40", List.of(1, 2), "", "", "", "", mode, teachers, resources);
    }

    private static DesignReview review(String participation, CourseDraft.Activity activity) {
        var draft = DraftMerge.with(with(activity), "participation", participation).orElseThrow();
        return DesignReview.of(
                draft, new Country("IT"), NationalFrameworks.published(), Drafts.DAY);
    }
}
