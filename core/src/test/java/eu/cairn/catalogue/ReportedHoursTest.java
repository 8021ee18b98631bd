package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners report of their hours, and when it says that a plan is to be corrected. */
class ReportedHoursTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "-5, invalid",
        "0, invalid",
        "many, invalid",
        "'', invalid",
        "1e3, invalid",
        "7.555, invalid",
        "NaN, invalid",
        "10000.01, absurd",
        "99999999999999999999, absurd"
    })
    void whatIsNoNumberOfHoursIsRefused(String typed, String why) {
        assertThat(codes(read(typed, "", "", "")))
                .containsExactly("catalogue.reported-hours-" + why);
    }

    @Test
    void aTotalIsEnoughAndItsKindsMayBeToldApart() {
        assertThat(read("62,5", "", "", ""))
                .isEqualTo(
                        Decided.accepted(
                                new ReportedHours(
                                        LearningHours.of(new BigDecimal("62.5")), Map.of())));
        assertThat(read("10000", "20", "", "40"))
                .isEqualTo(
                        Decided.accepted(
                                new ReportedHours(
                                        LearningHours.of(10_000),
                                        Map.of(
                                                TimeKind.CONTACT, LearningHours.of(20),
                                                TimeKind.INDEPENDENT, LearningHours.of(40)))));
        assertThat(codes(read("50", "20", "10", "21")))
                .containsExactly("catalogue.reported-kinds-exceed");
        assertThat(codes(read("", "x", "-1", "")))
                .containsExactly(
                        "catalogue.reported-hours-invalid",
                        "catalogue.reported-hours-invalid",
                        "catalogue.reported-hours-invalid");
    }

    @Test
    void fewerThanFiveReportsAreCountedButNotShown() {
        assertThat(spread(10, 20, 30, 40)).isEqualTo(new HoursSpread(4, Optional.empty()));
        assertThat(spread(50, 10, 40, 20, 30).figures())
                .hasValue(
                        new HoursSpread.Figures(
                                LearningHours.of(20), LearningHours.of(30), LearningHours.of(40)));
    }

    @Test
    void figuresAreToTheHalfHour() {
        assertThat(spread(10, 11, 12, 13, 14, 16).figures())
                .hasValue(
                        new HoursSpread.Figures(
                                LearningHours.of(new BigDecimal("11.5")),
                                LearningHours.of(new BigDecimal("12.5")),
                                LearningHours.of(14)));
    }

    @Property
    void aQuarterOfTheReportsIsBelowTheMiddleHalfAndAQuarterAbove(
            @ForAll @Size(min = 5, max = 60)
                    List<@IntRange(min = 1, max = 600_000) Integer> typed) {
        var some = typed.stream().map(LearningHours::new).toList();
        var figures = HoursSpread.of(some).figures().orElseThrow();
        int quarter = typed.size() / 4;

        assertThat(within(typed, 0, figures.lower().minutes() + 15))
                .isGreaterThanOrEqualTo(quarter);
        assertThat(within(typed, figures.upper().minutes() - 15, 600_000))
                .isGreaterThanOrEqualTo(quarter);
        assertThat(within(typed, 0, figures.median().minutes() + 15))
                .isGreaterThanOrEqualTo((typed.size() + 1) / 2);
        assertThat(figures.lower()).isLessThanOrEqualTo(figures.median());
        assertThat(figures.median()).isLessThanOrEqualTo(figures.upper());
    }

    private static long within(List<Integer> minutes, int from, int to) {
        return minutes.stream().filter(it -> from <= it && it <= to).count();
    }

    @Test
    void aMedianThatIsMoreThanThePercentageOffIsAFinding() {
        var rule = new HoursRule(20);

        assertThat(finding(rule, 120, 100)).isEmpty();
        assertThat(finding(rule, 80, 100)).isEmpty();
        assertThat(finding(rule, 121, 100))
                .hasValue(
                        Refusal.of(
                                "catalogue.hours-reported-more",
                                "workload",
                                DAY + " – " + DAY.plusDays(9),
                                5,
                                121,
                                100,
                                20));
        assertThat(finding(rule, 79, 100).map(Refusal::code))
                .hasValue("catalogue.hours-reported-less");
        assertThat(finding(new HoursRule(21), 121, 100)).isEmpty();
    }

    @Test
    void whatThePlanNowSaysIsNoFindingAnyMore() {
        var rule = new HoursRule(20);
        var run = run(150, 100);

        assertThat(run.finding(rule, LearningHours.of(100))).isPresent();
        assertThat(run.finding(rule, LearningHours.of(145))).isEmpty();
        assertThat(run(100, 100).finding(rule, LearningHours.of(200))).isEmpty();
        assertThat(new ReportedRuns(List.of(run), rule).findings(LearningHours.of(110))).hasSize(1);
    }

    @Test
    void fourReportsAreNeverAFinding() {
        var few =
                new ReportedRun(
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        ReportedRun.Source.LEARNERS,
                        LearningHours.of(10),
                        spread(90, 90, 90, 90),
                        Map.of());

        assertThat(few.finding(new HoursRule(1), LearningHours.of(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-20", "201", "20.5", "twenty", "", "off", "99999999999"})
    void aRuleIsAWholeNumberOfPercent(String typed) {
        assertThat(codes(HoursRule.read(typed))).containsExactly("catalogue.hours-rule-invalid");
        assertThat(HoursRule.read(" 35 ")).isEqualTo(Decided.accepted(new HoursRule(35)));
    }

    @Test
    void aLearnerWasInARunThatBeganBeforeTheyPassedOrEndedAfterTheyApplied() {
        var run = courseRun(DAY, DAY.plusDays(30));
        var passed = new CourseTaken(Optional.of(DAY.plusDays(29)), Optional.empty());
        var before = new CourseTaken(Optional.of(DAY.minusDays(1)), Optional.empty());
        var admitted = new CourseTaken(Optional.empty(), Optional.of(DAY.minusDays(9)));
        var late = new CourseTaken(Optional.empty(), Optional.of(DAY.plusDays(31)));

        assertThat(passed.isThrough(run, DAY.plusDays(30))).isTrue();
        assertThat(before.isThrough(run, DAY.plusDays(60))).isFalse();
        assertThat(admitted.isThrough(run, DAY.plusDays(30))).isFalse();
        assertThat(admitted.isThrough(run, DAY.plusDays(31))).isTrue();
        assertThat(late.isThrough(run, DAY.plusDays(60))).isFalse();
    }

    private static CourseRun courseRun(LocalDate from, LocalDate to) {
        return CourseRun.of(new CourseDesign.Run(from, to));
    }

    private static Decided<ReportedHours> read(
            String hours, String contact, String guided, String independent) {
        return ReportedHours.read(new ReportedHours.Typed(hours, contact, guided, independent));
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static HoursSpread spread(int... hours) {
        return HoursSpread.of(Arrays.stream(hours).mapToObj(LearningHours::of).toList());
    }

    private static Optional<Refusal> finding(HoursRule rule, int median, int planned) {
        return run(median, planned).finding(rule, LearningHours.of(planned));
    }

    private static ReportedRun run(int median, int planned) {
        return new ReportedRun(
                1,
                Optional.empty(),
                Optional.of(new CourseDesign.Run(DAY, DAY.plusDays(9))),
                ReportedRun.Source.LEARNERS,
                LearningHours.of(planned),
                spread(median, median, median, median, median),
                Map.of());
    }
}
