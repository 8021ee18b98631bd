package eu.cairn.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DesignAsTyped;
import eu.cairn.catalogue.Drafts;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** The specification of a course in each format, and what comes back from it. */
class CourseFormatTest {

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .ascii()
                .withChars("àéïõüß€„“”–çøłąαβγдж'\"\\<>&{}[]")
                .excludeChars(unprintable())
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .list()
                .ofSize(Specifications.WORDS);
    }

    private static char[] unprintable() {
        var text = new StringBuilder();
        IntStream.range(0, 32).forEach(c -> text.append((char) c));
        return text.append((char) 127).toString().toCharArray();
    }

    /** What only the pages for people carry. */
    private static final Set<CoursePart> OF_THE_PLAN =
            EnumSet.of(
                    CoursePart.TARGET_GROUP,
                    CoursePart.STAKEHOLDERS,
                    CoursePart.EVIDENCE,
                    CoursePart.OCCUPATIONS,
                    CoursePart.LEGAL_STATUS,
                    CoursePart.PROGRAMMES,
                    CoursePart.REASONS_FOR_LEVEL,
                    CoursePart.CONTACT_MINIMUM,
                    CoursePart.REASON_FOR_HOURS,
                    CoursePart.RATES,
                    CoursePart.PACE,
                    CoursePart.PRIOR_LEARNING,
                    CoursePart.COURSES_BEFORE);

    @Property(tries = 60)
    void whatAFormatSaysThatItRestoresComesBack(@ForAll("words") List<String> words) {
        var full = Specifications.design(Specifications.full(words));
        var plain = Specifications.design(Drafts.complete());
        for (var design : List.of(full, Specifications.planned(full), plain)) {
            var course = Specifications.of(design);
            var typed = DesignAsTyped.of(course.design());
            for (var format : List.of(new ElmCourse(), new OpenEducationCourse())) {
                var read = read(accepted(format.write(course)));
                for (var part : CoursePart.values()) {
                    if (format.carries(part, course).restored()) {
                        assertThat(part.of(read))
                                .as("%s in %s", part, format.code())
                                .isEqualTo(part.of(typed));
                    }
                }
            }
        }
    }

    @Example
    void theFullDesignStatesEveryPartSoThatNoneIsUntested() {
        var course = full();

        assertThat(CourseFormat.stated(course)).isEqualTo(CoursePart.values().length);
        assertThat(new ElmCourse().losses(course))
                .filteredOn(loss -> !loss.carriage().restored())
                .extracting(CourseFormat.Loss::part)
                .containsExactlyElementsOf(OF_THE_PLAN);
    }

    @Example
    void whatIsDroppedIsNamed() {
        var course = full();

        assertThat(new OpenEducationCourse().losses(course))
                .filteredOn(loss -> !loss.carriage().restored())
                .extracting(CourseFormat.Loss::part)
                .filteredOn(part -> !OF_THE_PLAN.contains(part))
                .containsExactly(
                        CoursePart.TITLE_LANGUAGES,
                        CoursePart.LANGUAGE,
                        CoursePart.OUTCOME_LANGUAGES);
        assertThat(new CoursePage().losses(course)).hasSize(CoursePart.values().length);
    }

    @Example
    void ofActivitiesOfOthersTheModeIsReadWhereItIsOneOfOursAndAddressesAreResources() {
        var activity =
                """
                {"type": "LearningActivitySpecification", "title": {"en": "Laboratory"},
                 "mode": {"id": "%s", "type": "Concept"},
                 "supplementaryDocument": {"type": "WebResource", "contentURL": "%s"}}
                """;
        var course =
                """
                {"type": "LearningAchievementSpecification", "title": {"en": "Maps"},
                 "influencedBy": [%s, %s]}
                """
                        .formatted(
                                activity.formatted(
                                        FormOfParticipation.ONSITE.uri(), Specifications.READER),
                                activity.formatted(
                                        FormOfParticipation.ONLINE.uri(), Specifications.READER));

        var read = read(course.getBytes(StandardCharsets.UTF_8)).activities();

        assertThat(read).extracting(CourseDraft.Activity::mode).containsExactly("onsite", "");
        assertThat(read)
                .extracting(CourseDraft.Activity::resources)
                .containsOnly(List.of(Specifications.READER));
    }

    @Example
    void severalCoursesStandInOneGraph() {
        var course = full();
        var other = Specifications.of(Specifications.design(Drafts.complete()));
        var graph = StrictJson.parse(ElmCourse.write(List.of(course, other)));

        assertThat(graph.map(document -> document.getJsonArray("@graph").size()))
                .isEqualTo(Decided.accepted(2));
    }

    @Example
    void aCourseOfTheOpenEducationApiHasItsRequiredMembers() {
        var course =
                switch (StrictJson.parse(accepted(new OpenEducationCourse().write(full())))) {
                    case Decided.Accepted<JsonObject>(var object) -> object;
                    case Decided.Refused<JsonObject>(var reasons) ->
                            throw new AssertionError(reasons.toString());
                };

        assertThat(course.keySet()).contains("courseId", "primaryCode", "name");
        for (var outcome : course.getJsonArray("learningOutcomes")) {
            assertThat(outcome.asJsonObject().keySet())
                    .contains("learningOutcomeId", "name", "startDate");
        }
        assertThat(course.getJsonObject("organisation").keySet())
                .contains("organisationId", "organisationType", "name", "primaryCode");
        assertThat(course.getJsonArray("studyLoad").getJsonObject(0).getString("studyLoadUnit"))
                .isEqualTo("ects");
    }

    @Example
    void thePageNeedsNothingElseAndEscapesWhatWasTyped() {
        var words = words("Word");
        words.set(0, "<script>alert(1)</script>");
        var course = Specifications.of(Specifications.design(Specifications.full(words)));
        var page = new String(accepted(new CoursePage().write(course)), StandardCharsets.UTF_8);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "interpretare", "70 %")
                .doesNotContain("<script", "<link", "<img", "url(");
    }

    @Example
    void thePaperIsTaggedAndSaysWhatTheCourseSays() throws Exception {
        try (var pdf = Loader.loadPDF(accepted(new CoursePaper().write(full())))) {
            var text = new PDFTextStripper().getText(pdf);

            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(text)
                    .contains(
                            "Course specification",
                            "5.0 ECTS, 125 hours",
                            "EQF level 7",
                            "interpretare",
                            "project work",
                            "online synchronous",
                            "Taught by Word 16: Word 22",
                            "Word 23",
                            Specifications.READER,
                            "Presidio della Qualità");
        }
    }

    @Example
    void thePaperRefusesWhatItsTypefacesCannotShow() {
        var words = words("Word");
        words.set(0, "気候");
        var course = Specifications.of(Specifications.design(Specifications.full(words)));

        assertThat(new CoursePaper().write(course).reasons())
                .extracting(reason -> reason.code())
                .containsExactly("certificate.script-not-covered");
    }

    private static List<String> words(String word) {
        return new ArrayList<>(
                IntStream.range(0, Specifications.WORDS).mapToObj(i -> word + " " + i).toList());
    }

    private static CourseSpecification full() {
        return Specifications.of(
                Specifications.planned(Specifications.design(Specifications.full(words("Word")))));
    }

    private static CourseDraft read(byte[] file) {
        return switch (CourseJson.read(file, Specifications.ITALY)) {
            case Decided.Accepted<List<PublishedCourse>>(var courses) -> {
                assertThat(courses).hasSize(1);
                assertThat(courses.getFirst().leftOut()).isEmpty();
                yield courses.getFirst().draft();
            }
            case Decided.Refused<List<PublishedCourse>>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        };
    }

    private static byte[] accepted(Decided<byte[]> decided) {
        return switch (decided) {
            case Decided.Accepted<byte[]>(var bytes) -> bytes;
            case Decided.Refused<byte[]>(var reasons) ->
                    throw new AssertionError(Arrays.toString(reasons.toArray()));
        };
    }
}
