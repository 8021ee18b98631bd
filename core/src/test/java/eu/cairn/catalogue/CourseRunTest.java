package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseRunTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LearningHours HOURS = LearningHours.of(125);
    private static final RunDraft SPRING =
            new RunDraft(
                    "2027-03-01",
                    "2027-05-30",
                    "2027-02-15",
                    "30",
                    "Borgofiume, Palazzo Nuovo",
                    "249,50",
                    "eur",
                    "Counts for the individual learning account",
                    "All of it until the first day");

    @Test
    void aRunHasDaysPlacesPriceFundingAndRefunds() {
        var run = accepted(read(SPRING));

        assertThat(run.price()).hasValue(new Price(24950, "EUR"));
        assertThat(run.price().orElseThrow()).hasToString("249.50 EUR");
        assertThat(run.places()).hasValue(30);
        assertThat(run.funding()).hasValue("Counts for the individual learning account");
        assertThat(run.refunds()).hasValue("All of it until the first day");
        assertThat(run.aWeek(HOURS).minutes()).isEqualTo(577);
        assertThat(run.isOpenOn(LocalDate.of(2027, 2, 15))).isTrue();
        assertThat(run.isOpenOn(LocalDate.of(2027, 2, 16))).isFalse();
    }

    @Test
    void aPriceThatIsNotStatedIsNotFree() {
        assertThat(accepted(read(with("price", ""))).price()).isEmpty();
        assertThat(accepted(read(with("price", "0"))).price().orElseThrow().isFree()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "startsOn, '', catalogue.text-missing",
        "endsOn, '', catalogue.text-missing",
        "startsOn, tomorrow, catalogue.date-invalid",
        "endsOn, 2027-02-30, catalogue.date-invalid",
        "endsOn, 2027-02-28, catalogue.dates-contradict",
        "startsOn, 2036-03-01, catalogue.dates-contradict",
        "endsOn, 2031-03-01, catalogue.run-too-long",
        "endsOn, 2027-03-02, catalogue.run-too-short",
        "applyBy, 2027-06-01, catalogue.run-deadline-after-end",
        "places, 0, catalogue.run-places-invalid",
        "places, many, catalogue.run-places-invalid",
        "places, 99999999999, catalogue.run-places-invalid",
        "price, -1, catalogue.run-price-negative",
        "price, 1e9, catalogue.run-price-invalid",
        "price, 12.345, catalogue.run-price-invalid",
        "currency, EURO, catalogue.run-currency-unknown",
        "currency, '', catalogue.run-currency-unknown"
    })
    void whatCannotBeIsRefusedAtItsField(String field, String text, String code) {
        assertThat(read(with(field, text)).reasons()).extracting(Refusal::code).contains(code);
    }

    @Test
    void whatIsOverOrFarAheadIsRefused() {
        var over = new RunDraft("2026-01-01", "2026-03-01", "", "", "", "", "", "", "");
        var far = new RunDraft("2036-01-01", "2036-03-01", "", "", "", "", "", "", "");

        assertThat(read(over).reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.run-over");
        assertThat(read(far).reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.run-far-ahead");
    }

    @Test
    void theSameRunIsAnnouncedOnce() {
        var first = accepted(read(SPRING));

        assertThat(RunReader.read(SPRING, HOURS, List.of(first), TODAY).reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.run-twice");
        assertThat(RunReader.read(with("where", "Online"), HOURS, List.of(first), TODAY).reasons())
                .isEmpty();
    }

    @Test
    void aTextThatNobodyReadsIsRefused() {
        assertThat(read(with("refunds", "x".repeat(2001))).reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.text-too-long");
    }

    @Test
    void theRunOfTheDesignStandsUntilARunIsAnnouncedOrCalledOff() {
        var design =
                Drafts.version(Drafts.dates("2027-03-01", "2027-05-30"), new java.util.UUID(0, 1))
                        .design();
        var announced = accepted(read(SPRING));
        var other =
                accepted(
                        read(new RunDraft("2027-09-01", "2027-11-30", "", "", "", "", "", "", "")));

        assertThat(CourseRun.all(design, List.of(), List.of()))
                .extracting(CourseRun::from)
                .containsExactly(LocalDate.of(2027, 3, 1));
        assertThat(CourseRun.all(design, List.of(announced), List.of())).containsExactly(announced);
        assertThat(CourseRun.all(design, List.of(other), List.of())).containsExactly(other);
        assertThat(CourseRun.all(design, List.of(), List.of(other))).isEmpty();
        assertThat(CourseRun.all(design, List.of(other), List.of(announced)))
                .containsExactly(other);
    }

    @Property
    void theHoursOfAllWeeksAreThoseOfTheCourse(
            @ForAll @IntRange(min = 7, max = 1000) int days,
            @ForAll @IntRange(min = 1, max = 1800) int hours) {
        var from = LocalDate.of(2027, 1, 1);
        var run =
                new CourseRun(
                        from,
                        from.plusDays(days - 1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        double weeks = days / 7.0;
        assertThat(run.aWeek(LearningHours.of(hours)).minutes() * weeks)
                .isBetween(hours * 60 - weeks, hours * 60 + weeks);
    }

    private static Decided<CourseRun> read(RunDraft draft) {
        return RunReader.read(draft, HOURS, List.of(), TODAY);
    }

    private static CourseRun accepted(Decided<CourseRun> decided) {
        if (decided instanceof Decided.Accepted<CourseRun>(var run)) {
            return run;
        }
        throw new AssertionError(decided.reasons());
    }

    private static RunDraft with(String field, String text) {
        return new RunDraft(
                field.equals("startsOn") ? text : SPRING.startsOn(),
                field.equals("endsOn") ? text : SPRING.endsOn(),
                field.equals("applyBy") ? text : SPRING.applyBy(),
                field.equals("places") ? text : SPRING.places(),
                field.equals("where") ? text : SPRING.where(),
                field.equals("price") ? text : SPRING.price(),
                field.equals("currency") ? text : SPRING.currency(),
                field.equals("funding") ? text : SPRING.funding(),
                field.equals("refunds") ? text : SPRING.refunds());
    }
}
