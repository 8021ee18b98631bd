package eu.cairn.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import eu.cairn.verification.VerifiedCredential;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Property
    void creditsAddUpExactlyHoweverTheyAreGrouped(@ForAll("achievements") List<Achievement> held) {
        var transcript = transcript(held);

        var credits =
                held.stream()
                        .flatMap(it -> it.hundredths.stream())
                        .map(it -> new BigDecimal(it).movePointLeft(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var groups :
                List.of(
                        transcript.byLevel(),
                        transcript.byField(),
                        transcript.byBroadField(),
                        transcript.byAwardingBody())) {
            var sums = groups.stream().map(Transcript.Group::sum).toList();
            assertThat(
                            sums.stream()
                                    .map(it -> it.credits().toDecimal())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(credits);
            assertThat(sums.stream().mapToInt(TranscriptSum::credentials).sum())
                    .isEqualTo(held.size());
            assertThat(sums.stream().mapToInt(TranscriptSum::withoutCredits).sum())
                    .isEqualTo(transcript.total().withoutCredits());
            assertThat(sums.stream().mapToInt(it -> it.hours().minutes()).sum())
                    .isEqualTo(transcript.total().hours().minutes());
        }
        assertThat(transcript.total().credits().toDecimal()).isEqualByComparingTo(credits);
    }

    @Property
    void theOrderOfWhatIsHeldChangesNothing(
            @ForAll("achievements") List<Achievement> held, @ForAll long seed) {
        var twice = new ArrayList<>(entries(held));
        twice.addAll(twice.subList(0, twice.size() / 2));
        var before = Transcript.of(twice);

        Collections.shuffle(twice, new Random(seed));
        var after = Transcript.of(twice);

        assertThat(contents(after.entries())).isEqualTo(contents(before.entries()));
        assertThat(contents(after.repeated())).isEqualTo(contents(before.repeated()));
        assertThat(after.total()).isEqualTo(before.total());
    }

    @Test
    void theSameAchievementIsCountedOnceByTheDocumentIssuedLast() {
        var old = document("urn:a", NOW.minusSeconds(60), Ects.of(3));
        var corrected = document("urn:a", NOW, Ects.of(5));
        var other = document("urn:b", NOW, Ects.of(1));

        var transcript = Transcript.of(List.of(old, corrected, other, corrected));

        assertThat(transcript.entries()).containsExactly(corrected, other);
        assertThat(transcript.repeated()).containsExactlyInAnyOrder(old, corrected);
        assertThat(transcript.total().credits()).isEqualTo(Ects.of(6));
    }

    @Test
    void whatStatesNoLevelNoFieldOrNoCreditsIsNeverDropped() {
        var transcript =
                transcript(
                        List.of(
                                new Achievement(
                                        Optional.of(50), Optional.empty(), Optional.empty(), "x"),
                                new Achievement(
                                        Optional.empty(),
                                        Optional.of(level(6)),
                                        Optional.of("0521"),
                                        "x")));

        assertThat(transcript.byLevel()).hasSize(2);
        assertThat(transcript.byLevel().getLast().in()).isEmpty();
        assertThat(transcript.byLevel().getLast().sum().credits()).isEqualTo(new Ects(50));
        assertThat(transcript.byField().getLast().in()).isEmpty();
        assertThat(transcript.byField().getLast().sum().credits()).isEqualTo(new Ects(50));
        assertThat(transcript.total().credentials()).isEqualTo(2);
        assertThat(transcript.total().withoutCredits()).isEqualTo(1);
    }

    @Test
    void levelsOfSeveralCountriesAddUpByTheirEuropeanLevelAndNothingIsDerived() {
        var irish = new Level(eqf(7), Optional.of(Cycle.SECOND), national("NFQ", "9"));
        var polish = new Level(eqf(7), Optional.empty(), national("PRK", "7"));
        var cycle = new Level(Optional.empty(), Optional.of(Cycle.SECOND), national("SCQF", "11"));
        var national = new Level(Optional.empty(), Optional.empty(), national("SCQF", "11"));

        var levels =
                transcript(
                                Stream.of(national, cycle, irish, polish)
                                        .map(
                                                level ->
                                                        new Achievement(
                                                                Optional.of(250),
                                                                Optional.of(level),
                                                                Optional.empty(),
                                                                "x"))
                                        .toList())
                        .byLevel();

        assertThat(levels)
                .extracting(group -> group.in().orElseThrow())
                .containsExactly(
                        new Level(eqf(7), Optional.empty(), Optional.empty()),
                        new Level(Optional.empty(), Optional.of(Cycle.SECOND), Optional.empty()),
                        national);
        assertThat(levels.getFirst().sum().credits()).isEqualTo(Ects.of(5));
    }

    @Test
    void narrowFieldsAddUpToTheirBroadOne() {
        var transcript =
                transcript(
                        Stream.of("0521", "051", "0610", "05")
                                .map(
                                        code ->
                                                new Achievement(
                                                        Optional.of(100),
                                                        Optional.empty(),
                                                        Optional.of(code),
                                                        "x"))
                                .toList());

        assertThat(transcript.byBroadField())
                .extracting(group -> group.in().orElseThrow().code() + " " + group.sum().credits())
                .containsExactly("05 3.0", "06 1.0");
        assertThat(transcript.byField())
                .extracting(group -> group.in().orElseThrow().code())
                .containsExactly("05", "051", "0521", "0610");
        assertThat(transcript.fieldsWithin(transcript.byBroadField().getFirst()))
                .extracting(group -> group.in().orElseThrow().code())
                .containsExactly("05", "051", "0521");
    }

    /** What a test says of a credential; credits in hundredths. */
    record Achievement(
            Optional<Integer> hundredths,
            Optional<Level> level,
            Optional<String> field,
            String awardingBody) {}

    @Provide
    Arbitrary<List<Achievement>> achievements() {
        var levels =
                Arbitraries.of(
                                level(5),
                                level(7),
                                new Level(
                                        Optional.empty(),
                                        Optional.of(Cycle.FIRST),
                                        Optional.empty()),
                                new Level(Optional.empty(), Optional.empty(), national("NFQ", "8")))
                        .optional();
        return Combinators.combine(
                        Arbitraries.integers().between(1, 18_000).optional(),
                        levels,
                        Arbitraries.of("05", "0521", "0610", "99", "0001").optional(),
                        Arbitraries.of("a", "b", "c"))
                .as(Achievement::new)
                .list()
                .ofMaxSize(40);
    }

    private static Transcript transcript(List<Achievement> held) {
        return Transcript.of(entries(held));
    }

    private static List<Transcript.Entry> entries(List<Achievement> held) {
        return IntStream.range(0, held.size())
                .mapToObj(
                        i -> {
                            var one = held.get(i);
                            return entry(
                                    "urn:%03d".formatted(i),
                                    NOW,
                                    one.hundredths.map(Ects::new),
                                    one.level,
                                    one.field.map(code -> new FieldOfEducation(code, code)),
                                    one.awardingBody);
                        })
                .toList();
    }

    private static Transcript.Entry document(String id, Instant issuedAt, Ects credits) {
        return entry(
                id, issuedAt, Optional.of(credits), Optional.empty(), Optional.empty(), "body");
    }

    private static Transcript.Entry entry(
            String id,
            Instant issuedAt,
            Optional<Ects> credits,
            Optional<Level> level,
            Optional<FieldOfEducation> field,
            String awardingBody) {
        var content =
                new MicroCredential(
                        id,
                        MultilingualText.english("Course " + id),
                        Optional.empty(),
                        new AwardingBody(
                                "did:key:" + awardingBody,
                                awardingBody,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.of(LocalDate.of(2026, 1, 1)),
                        issuedAt,
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Workload(credits, Optional.of(LearningHours.of(25)))),
                        level,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        field,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        var checks =
                Arrays.stream(Check.Kind.values())
                        .map(
                                kind ->
                                        new Check(
                                                kind,
                                                Check.Result.PASSED,
                                                kind.code() + ".test",
                                                List.of(),
                                                NOW))
                        .toList();
        return new Transcript.Entry(
                VerifiedCredential.of(new Verdict.Genuine(content, checks, NOW)), awardingBody);
    }

    private static List<MicroCredential> contents(List<Transcript.Entry> entries) {
        return entries.stream().map(Transcript.Entry::content).toList();
    }

    private static Level level(int eqf) {
        return new Level(eqf(eqf), Optional.empty(), Optional.empty());
    }

    private static Optional<EqfLevel> eqf(int level) {
        return Optional.of(new EqfLevel(level));
    }

    private static Optional<Level.NationalLevelClaim> national(String framework, String level) {
        return Optional.of(new Level.NationalLevelClaim(framework, level));
    }
}
