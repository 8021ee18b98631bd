package eu.cairn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.cairn.award.AssessedResult;
import eu.cairn.award.EnrolledLearner;
import eu.cairn.award.ResultRow;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalRules;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.Finding;
import eu.cairn.quality.QualityDecision;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoClassTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void theClassHasTwentyFourPeopleWhoseNamesAreOfManyScripts() {
        var learners = DemoLearner.all();

        assertThat(learners).hasSize(24).extracting(DemoLearner::number).doesNotHaveDuplicates();
        assertThat(learners).filteredOn(one -> one.learner().familyName().isEmpty()).hasSize(1);
        assertThat(
                        learners.stream()
                                .map(one -> one.learner().fullName().codePointAt(0))
                                .map(UnicodeScript::of)
                                .distinct())
                .contains(
                        UnicodeScript.LATIN,
                        UnicodeScript.GREEK,
                        UnicodeScript.CYRILLIC,
                        UnicodeScript.GEORGIAN,
                        UnicodeScript.ARMENIAN);
    }

    @Test
    void mostResultsAreReadyAndSomeAreRefusedForEachReason() throws IOException {
        var course = story();
        var rows = rows();

        var decided =
                rows.stream()
                        .map(row -> AssessedResult.of(row, learner(row), course, DAY))
                        .toList();

        assertThat(rows).hasSize(24);
        assertThat(decided).filteredOn(one -> one instanceof Decided.Accepted).hasSize(20);
        assertThat(decided.stream().flatMap(one -> one.reasons().stream()).map(Refusal::code))
                .contains(
                        "award.not-passed",
                        "award.learner-unknown",
                        "award.identity-not-checked",
                        "award.date-invalid");
        assertThat(
                        rows.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                ResultRow::learnerNumber, Collectors.counting())))
                .containsEntry("BF-2026-0003", 2L)
                .hasSize(23);
    }

    private static Optional<EnrolledLearner> learner(ResultRow row) {
        return DemoLearner.all().stream()
                .filter(one -> one.number().equals(row.learnerNumber()))
                .map(one -> new EnrolledLearner(new UUID(0, 1), one.number(), one.learner()))
                .findFirst();
    }

    private static List<ResultRow> rows() throws IOException {
        try (var file =
                        Objects.requireNonNull(
                                DemoLearner.class.getResourceAsStream("results-borgofiume.csv"));
                var reader =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
            return reader.stream().map(DemoClassTest::row).toList();
        }
    }

    private static ResultRow row(NamedCsvRecord cells) {
        var tasks = new HashMap<String, String>();
        for (var code : List.of("A1", "A2", "A3")) {
            tasks.put(code, cells.getField(code));
        }
        return new ResultRow(
                (int) cells.getStartingLineNumber(),
                cells.getField("learner_id"),
                tasks,
                cells.getField("passed_on"),
                cells.getField("grade"),
                cells.getField("identity_checked"),
                "",
                Map.of());
    }

    private static ApprovedCourse story() {
        var course =
                DemoCourses.all().stream()
                        .filter(one -> one.key().equals("clima"))
                        .findFirst()
                        .orElseThrow();
        var country = course.organisation().country();
        var version =
                new CourseVersion(
                        new UUID(0, 2),
                        1,
                        new UUID(0, 3),
                        country,
                        new UUID(0, 4),
                        Instant.parse("2026-08-01T08:00:00Z"),
                        DesignReview.of(
                                        course.draft(),
                                        country,
                                        NationalFrameworks.published(),
                                        DAY)
                                .design()
                                .orElseThrow());
        var criteria = CriteriaSet.shortCourses2026();
        var proposal =
                new QualityDecision.Proposal(
                        criteria.criteria().stream()
                                .map(one -> new Finding(one.id(), Finding.Result.MET, ""))
                                .toList(),
                        Optional.of(QualityDecision.Outcome.APPROVED),
                        "Every criterion is met.",
                        3);
        var decision =
                accepted(
                        QualityDecision.decide(
                                new UUID(0, 5),
                                version,
                                Set.of(),
                                criteria,
                                proposal,
                                new UUID(0, 6),
                                NationalRules.of(NationalFrameworks.published()),
                                Instant.parse("2026-09-01T08:00:00Z"),
                                LocalDate.of(2026, 9, 1)));
        return accepted(ApprovedCourse.of(decision, DAY));
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}
