package eu.cairn.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.Validity;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorthTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:32:00Z");
    private static final LocalDate AWARDED = LocalDate.of(2025, 6, 19);
    private static final NationalFrameworks FRAMEWORKS =
            new NationalFrameworks(
                    List.of(
                            row("7", 6, Cycle.FIRST, "", "2019-12-31", true),
                            row("7", 7, Cycle.SECOND, "2020-01-01", "", true),
                            row("6", 6, Cycle.FIRST, "", "", false)));

    @Test
    void aLevelIsComparedAsOfTheDayOfTheAward() {
        assertThat(level(claim(7, Cycle.SECOND, "7"), AWARDED))
                .isEqualTo("level.consistent PASSED");
        assertThat(level(claim(7, Cycle.SECOND, "7"), LocalDate.of(2019, 6, 1)))
                .isEqualTo("level.contradicts FAILED");
        assertThat(level(claim(6, Cycle.FIRST, "7"), LocalDate.of(2019, 6, 1)))
                .isEqualTo("level.consistent PASSED");
    }

    @Test
    void aWrongLevelOrCycleIsFound() {
        assertThat(level(claim(6, Cycle.FIRST, "7"), AWARDED))
                .isEqualTo("level.contradicts FAILED");
        assertThat(level(ofCycle(Cycle.FIRST, "7"), AWARDED))
                .isEqualTo("level.cycle-contradicts FAILED");
        assertThat(
                        level(
                                new Level(
                                        Optional.of(new EqfLevel(6)),
                                        Optional.of(Cycle.SECOND),
                                        Optional.empty()),
                                AWARDED))
                .isEqualTo("level.cycle-differs FAILED");
    }

    @Test
    void aLinkFromNoNamedSourceNeitherConfirmsNorContradicts() {
        assertThat(level(claim(6, Cycle.FIRST, "6"), AWARDED))
                .isEqualTo("level.match-unconfirmed COULD_NOT_CHECK");
        assertThat(level(claim(7, Cycle.SECOND, "6"), AWARDED))
                .isEqualTo("level.differs-unconfirmed COULD_NOT_CHECK");
        assertThat(level(claim(6, Cycle.FIRST, "9"), AWARDED))
                .isEqualTo("level.framework-unknown COULD_NOT_CHECK");
    }

    @Test
    void aCycleThatDiffersFromALinkOfNoNamedSourceIsNotContradicted() {
        assertThat(levelOfCycle(Cycle.SECOND, false))
                .isEqualTo("level.differs-unconfirmed COULD_NOT_CHECK");
        assertThat(levelOfCycle(Cycle.SECOND, true)).isEqualTo("level.cycle-differs FAILED");
        assertThat(levelOfCycle(Cycle.FIRST, true)).isEqualTo("level.consistent PASSED");
    }

    @Test
    void aLevelThatItsOwnCycleContradictsFailsWhateverTheTableHas() {
        assertThat(level(claim(8, Cycle.FIRST, "6"), AWARDED))
                .isEqualTo("level.cycle-differs FAILED");
        assertThat(level(claim(8, Cycle.FIRST, "7"), AWARDED))
                .isEqualTo("level.cycle-differs FAILED");
        assertThat(level(claim(8, Cycle.FIRST, "9"), AWARDED))
                .isEqualTo("level.cycle-differs FAILED");
    }

    @Test
    void onlyAFigureOrLinkOfANamedSourceBringsItsSourceAlong() {
        var italian = credential("IT", AWARDED, Optional.of(claim(6, Cycle.FIRST, "6")), List.of());
        var hours = new Workload(Optional.of(Ects.of(5)), Optional.of(LearningHours.of(130)));

        assertThat(new LevelCheck(FRAMEWORKS, NOW).of(italian.build()).evidence()).hasSize(4);
        assertThat(new WorkloadCheck(NOW).of(italian.workload(hours)).evidence()).hasSize(5);
        assertThat(
                        new WorkloadCheck(NOW)
                                .of(
                                        credential("MT", AWARDED, Optional.empty(), List.of())
                                                .workload(hours))
                                .evidence())
                .hasSize(6)
                .last()
                .asString()
                .startsWith("MFHEA");
    }

    private static Level ofCycle(Cycle cycle, String national) {
        return new Level(
                Optional.empty(),
                Optional.of(cycle),
                Optional.of(new Level.NationalLevelClaim("QNQ", national)));
    }

    private static String levelOfCycle(Cycle claimed, boolean confirmed) {
        var row =
                new NationalLevel(
                        new Country("IT"),
                        "QNQ",
                        "6",
                        Optional.of(new EqfLevel(6)),
                        Optional.empty(),
                        new Validity(Optional.empty(), Optional.empty()),
                        confirmed,
                        "a source");
        var level =
                new Level(
                        Optional.empty(),
                        Optional.of(claimed),
                        Optional.of(new Level.NationalLevelClaim("QNQ", "6")));
        return said(
                new LevelCheck(new NationalFrameworks(List.of(row)), NOW)
                        .of(credential("IT", AWARDED, Optional.of(level), List.of()).build()));
    }

    @Test
    void theOnlyFrameworkOfACountryIsTakenForAnotherNameOfItAndForNoOther() {
        assertThat(level(named("Quadro nazionale (QNQ)"), AWARDED))
                .isEqualTo("level.contradicts FAILED");
        assertThat(level(named("Register of Trades"), AWARDED))
                .isEqualTo("level.framework-unknown COULD_NOT_CHECK");
        assertThat(level(named(""), AWARDED)).isEqualTo("level.framework-unknown COULD_NOT_CHECK");
    }

    private static Level named(String framework) {
        return new Level(
                Optional.of(new EqfLevel(6)),
                Optional.empty(),
                Optional.of(new Level.NationalLevelClaim(framework, "7")));
    }

    @Test
    void oneLevelAloneIsNotCalledPlausible() {
        assertThat(
                        level(
                                new Level(
                                        Optional.of(new EqfLevel(6)),
                                        Optional.empty(),
                                        Optional.empty()),
                                AWARDED))
                .isEqualTo("level.one-claim COULD_NOT_CHECK");
    }

    @Test
    void hoursFitCreditsWithinTheEuropeanBandOrTheCountrysOwn() {
        assertThat(workload("IT", 5, 125)).isEqualTo("workload.within PASSED");
        assertThat(workload("IT", 5, 150)).isEqualTo("workload.within PASSED");
        assertThat(workload("IT", 5, 124)).isEqualTo("workload.outside FAILED");
        assertThat(workload("IT", 5, 151)).isEqualTo("workload.outside FAILED");
        assertThat(workload("IE", 5, 100)).isEqualTo("workload.within PASSED");
        assertThat(workload("IE", 5, 99)).isEqualTo("workload.outside FAILED");
        assertThat(workload("IT", 5, 5)).isEqualTo("workload.outside FAILED");
        assertThat(workload("IT", 5, 4)).isEqualTo("workload.below-one FAILED");
    }

    @Property
    void noAmountOfCreditsBreaksTheCheck(
            @ForAll @IntRange(min = 0) int hundredths, @ForAll @IntRange(min = 0) int minutes) {
        var check =
                new WorkloadCheck(NOW)
                        .of(
                                credential("IT", AWARDED, Optional.empty(), List.of())
                                        .workload(
                                                new Workload(
                                                        Optional.of(new Ects(hundredths)),
                                                        Optional.of(new LearningHours(minutes)))));

        double ratio = minutes / 60.0 / (hundredths / 100.0);
        if (ratio > 30.001 || ratio < 24.999) {
            assertThat(check.result()).isNotEqualTo(Result.PASSED);
        }
    }

    @Test
    void aReviewCountsIfItHoldsOnTheDayOfTheAward() {
        var valid = record(List.of(), "2020-01-01", "2025-12-31", QualityRecord.Decision.POSITIVE);
        var ended = record(List.of(), "2014-01-01", "2019-12-31", QualityRecord.Decision.POSITIVE);
        var later = record(List.of(), "2026-01-01", "2031-12-31", QualityRecord.Decision.POSITIVE);

        assertThat(assurance(List.of(valid, ended)).getFirst())
                .isEqualTo("assurance.issuer-valid PASSED");
        assertThat(assurance(List.of(ended)).getFirst())
                .isEqualTo("assurance.issuer-expired FAILED");
        assertThat(assurance(List.of(later)).getFirst())
                .isEqualTo("assurance.issuer-not-yet FAILED");
        assertThat(assurance(List.of()).getFirst())
                .isEqualTo("assurance.issuer-unknown COULD_NOT_CHECK");
    }

    @Test
    void theNewestDecisionInForceCounts() {
        var first = record(List.of(), "2020-01-01", "2025-12-31", QualityRecord.Decision.NEGATIVE);
        var second = record(List.of(), "2021-01-01", "2026-12-31", QualityRecord.Decision.POSITIVE);

        assertThat(assurance(List.of(first)).getFirst())
                .isEqualTo("assurance.issuer-negative FAILED");
        assertThat(assurance(List.of(first, second)).getFirst())
                .isEqualTo("assurance.issuer-valid PASSED");
    }

    @Test
    void aRecordOfTheCourseConfirmsWhatTheCredentialOnlyClaims() {
        var course =
                record(List.of("C-1"), "2025-01-01", "2028-12-31", QualityRecord.Decision.POSITIVE);
        var other =
                record(List.of("C-2"), "2025-01-01", "2028-12-31", QualityRecord.Decision.POSITIVE);

        assertThat(assurance(List.of(course)).getLast()).isEqualTo("assurance.course-valid PASSED");
        assertThat(assurance(List.of(other)).getLast())
                .isEqualTo("assurance.claimed COULD_NOT_CHECK");
    }

    @Test
    void anApprovalByTheInstitutionItselfIsToldApartAndAnotherBodysComesFirst() {
        var external =
                record(List.of("C-1"), "2025-01-01", "2028-12-31", QualityRecord.Decision.POSITIVE);
        var own =
                new QualityRecord(
                        QualityAssurance.Kind.INTERNAL,
                        "Quality office",
                        external.institution(),
                        external.institutionName(),
                        external.programme(),
                        external.decision(),
                        false,
                        external.validFrom().plusDays(1),
                        external.validUntil(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        "Cairn",
                        external.asOf());

        assertThat(assurance(List.of(own)).getLast())
                .isEqualTo("assurance.course-valid-internal PASSED");
        assertThat(assurance(List.of(own, external)).getLast())
                .isEqualTo("assurance.course-valid PASSED");
    }

    @Test
    void whatACredentialSaysOfItsApprovalMustFitItsOwnAward() {
        assertThat(claimed(LocalDate.of(2025, 7, 1), LocalDate.of(2029, 7, 1)))
                .isEqualTo("assurance.decided-later FAILED");
        assertThat(claimed(LocalDate.of(2020, 7, 1), LocalDate.of(2025, 6, 18)))
                .isEqualTo("assurance.ended-before FAILED");
        assertThat(claimed(LocalDate.of(2025, 6, 19), LocalDate.of(2025, 6, 19)))
                .isEqualTo("assurance.claimed COULD_NOT_CHECK");
    }

    @Test
    void aBodyMayAwardWhatItsScopeHoldsAndNothingElse() {
        var scope = new AwardingScope(Set.of(new EqfLevel(6), new EqfLevel(7)), Set.of());
        var seven = credential("IT", AWARDED, Optional.of(claim(7, Cycle.SECOND, "7")), List.of());
        var eight = credential("IT", AWARDED, Optional.of(claim(8, Cycle.THIRD, "8")), List.of());
        var none = credential("IT", AWARDED, Optional.empty(), List.of());

        assertThat(scope.answer(seven.build())).isInstanceOf(AwardingScope.Answer.Within.class);
        assertThat(scope.answer(eight.build()))
                .isInstanceOf(AwardingScope.Answer.LevelOutside.class);
        assertThat(scope.answer(none.build()))
                .isInstanceOf(AwardingScope.Answer.LevelNotStated.class);
        assertThat(new AwardingScope(Set.of(), Set.of("degree")).answer(seven.build()))
                .isInstanceOf(AwardingScope.Answer.KindOutside.class);
    }

    private static String level(Level level, LocalDate day) {
        return said(
                new LevelCheck(FRAMEWORKS, NOW)
                        .of(credential("IT", day, Optional.of(level), List.of()).build()));
    }

    private static String workload(String country, int credits, int hours) {
        return said(
                new WorkloadCheck(NOW)
                        .of(
                                credential(country, AWARDED, Optional.empty(), List.of())
                                        .workload(
                                                new Workload(
                                                        Optional.of(Ects.of(credits)),
                                                        Optional.of(LearningHours.of(hours))))));
    }

    private static List<String> assurance(List<QualityRecord> records) {
        var claims = List.of(claim(LocalDate.of(2025, 1, 1), LocalDate.of(2029, 1, 1)));
        return new AssuranceCheck(records, NOW)
                .of(credential("IT", AWARDED, Optional.empty(), claims).build()).stream()
                        .map(WorthTest::said)
                        .toList();
    }

    private static String claimed(LocalDate decided, LocalDate until) {
        return said(
                new AssuranceCheck(List.of(), NOW)
                        .of(
                                credential(
                                                "IT",
                                                AWARDED,
                                                Optional.empty(),
                                                List.of(claim(decided, until)))
                                        .build())
                        .getLast());
    }

    private static String said(Check check) {
        return check.code() + " " + check.result();
    }

    private static QualityAssurance claim(LocalDate decided, LocalDate until) {
        return new QualityAssurance(
                QualityAssurance.Kind.INTERNAL,
                "Quality office",
                Optional.empty(),
                Optional.of(decided),
                Optional.of(until),
                Optional.empty());
    }

    private static Level claim(int eqf, Cycle cycle, String national) {
        return new Level(
                Optional.of(new EqfLevel(eqf)),
                Optional.of(cycle),
                Optional.of(new Level.NationalLevelClaim("QNQ", national)));
    }

    private static NationalLevel row(
            String label, int eqf, Cycle cycle, String from, String to, boolean confirmed) {
        return new NationalLevel(
                new Country("IT"),
                "QNQ",
                label,
                Optional.of(new EqfLevel(eqf)),
                Optional.of(cycle),
                new Validity(day(from), day(to)),
                confirmed,
                "a source");
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static QualityRecord record(
            List<String> programme, String from, String to, QualityRecord.Decision decision) {
        return new QualityRecord(
                QualityAssurance.Kind.EXTERNAL,
                "Agency",
                Set.of("did:key:z1"),
                "University",
                programme,
                decision,
                true,
                LocalDate.parse(from),
                LocalDate.parse(to),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "Register",
                LocalDate.of(2026, 1, 1));
    }

    private static Draft credential(
            String country,
            LocalDate awarded,
            Optional<Level> level,
            List<QualityAssurance> quality) {
        return new Draft(country, awarded, level, quality);
    }

    private record Draft(
            String country,
            LocalDate awarded,
            Optional<Level> level,
            List<QualityAssurance> quality) {

        MicroCredential build() {
            return credential(Optional.empty());
        }

        MicroCredential workload(Workload workload) {
            return credential(Optional.of(workload));
        }

        private MicroCredential credential(Optional<Workload> workload) {
            return new MicroCredential(
                    "urn:uuid:1",
                    MultilingualText.english("Title"),
                    Optional.empty(),
                    new AwardingBody(
                            "did:key:z1",
                            "University",
                            Optional.of(new Country(country)),
                            Optional.empty(),
                            Optional.empty()),
                    Optional.of(awarded),
                    Instant.parse("2025-06-19T10:00:00Z"),
                    Optional.empty(),
                    List.of(),
                    workload,
                    level,
                    List.of(),
                    Optional.empty(),
                    quality,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                            new CourseReference(
                                    "https://a.example/c1", Optional.of("C-1"), Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }
    }
}
