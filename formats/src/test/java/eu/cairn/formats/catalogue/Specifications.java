package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.Changed;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.Drafts;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.SkillLink;
import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import eu.cairn.framework.NationalFrameworks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Course specifications for tests: one that states everything, and one that states little. */
public final class Specifications {

    static final Country ITALY = new Country("IT");
    static final String ADDRESS = "https://cairn.example/catalogue/borgofiume/CLIMA-5/2";

    static final String READER = "https://unibo.example/reader?a=1&b=2";

    private Specifications() {}

    static CourseSpecification of(CourseDesign design) {
        return new CourseSpecification(
                new UUID(7, 1),
                2,
                ADDRESS,
                new AwardingBody(
                        "did:web:cairn.example:orgs:borgofiume",
                        "Università di Borgofiume",
                        Optional.of(ITALY),
                        Optional.of("Borgofiume"),
                        Optional.of("https://borgofiume.example")),
                new Language("it"),
                CourseState.PUBLISHED,
                Instant.parse("2026-11-23T10:00:00Z"),
                Optional.of(
                        new QualityAssurance(
                                QualityAssurance.Kind.INTERNAL,
                                "Presidio della Qualità",
                                Optional.of("https://cairn.example/decisions/1"),
                                Optional.of(LocalDate.of(2026, 11, 24)),
                                Optional.of(LocalDate.of(2029, 11, 24)),
                                Optional.of("ESG 2015"))),
                design);
    }

    static CourseDesign design(CourseDraft draft) {
        var review = DesignReview.of(draft, ITALY, NationalFrameworks.published(), Drafts.DAY);
        return review.design().orElseThrow(() -> new AssertionError(review.faults().toString()));
    }

    /** The same with a plan that states everything, and tasks of which one is chosen. */
    static CourseDesign planned(CourseDesign d) {
        return new CourseDesign(
                d.code(),
                d.title(),
                d.language(),
                d.credits(),
                d.level(),
                d.field(),
                d.participation(),
                d.prerequisites(),
                d.formalStatus(),
                d.stackability(),
                d.need(),
                d.firstRun(),
                d.gradingScale(),
                d.publishedSource(),
                d.terms(),
                d.outcomes(),
                d.activities(),
                d.tasks().stream()
                        .map(
                                task ->
                                        new CourseDesign.Task(
                                                task.code(),
                                                task.title(),
                                                task.type(),
                                                task.weightPercent(),
                                                task.hours(),
                                                task.supervision(),
                                                task.outcomes(),
                                                true,
                                                Optional.of("A")))
                        .toList(),
                d.aims(),
                d.remarks(),
                Changed.complete().plan());
    }

    /** A design that states every part but for the plan. */
    static CourseDraft full(List<String> words) {
        var d = Drafts.complete();
        return new CourseDraft(
                d.code(),
                words.get(0),
                words.get(1),
                "it",
                d.credits(),
                d.nationalLevel(),
                d.eqfLevel(),
                d.cycle(),
                d.field(),
                "online",
                words.get(2),
                "part-of-programme",
                words.get(3),
                words.get(4),
                d.startsOn(),
                d.endsOn(),
                words.get(5),
                "https://unibo.example/corso?a=1&b=2",
                new CourseDraft.Terms(
                        "36",
                        "24",
                        words.get(6),
                        words.get(7),
                        words.get(8),
                        List.of(
                                new CourseDraft.Partner("platform", words.get(9), ""),
                                new CourseDraft.Partner("provider", words.get(10), "FI"))),
                List.of(
                        new CourseDraft.Outcome(
                                "interpretare " + words.get(11),
                                true,
                                List.of(new CourseDraft.Words("en", words.get(12))),
                                List.of(
                                        new SkillLink(
                                                "http://data.europa.eu/esco/skill/8f18f987-33e2",
                                                words.get(13)),
                                        new SkillLink("https://skills.example/7", words.get(14))),
                                "analyse",
                                "skills"),
                        new CourseDraft.Outcome(
                                "valutare " + words.get(15),
                                true,
                                List.of(),
                                List.of(),
                                "",
                                "knowledge")),
                List.of(
                        new CourseDraft.Activity(
                                words.get(16),
                                "37.5",
                                List.of(1, 2),
                                ActivityType.SEMINAR.code(),
                                "",
                                "",
                                "",
                                ActivityMode.ONLINE_SYNCHRONOUS.code(),
                                words.get(22),
                                List.of(words.get(23), READER)),
                        new CourseDraft.Activity(words.get(17), "62.5", List.of(2))),
                List.of(
                        new CourseDraft.Task(
                                words.get(18),
                                "project-work",
                                "70",
                                "20",
                                "unsupervised-id",
                                List.of(1)),
                        new CourseDraft.Task(
                                words.get(19),
                                "oral-examination",
                                "30",
                                "5",
                                "supervised-online-id",
                                List.of(2))),
                List.of(
                        new CourseDraft.Words("de", words.get(20)),
                        new CourseDraft.Words("sr-Latn", words.get(21))),
                List.of(),
                d.plan());
    }

    static final int WORDS = 24;
}
