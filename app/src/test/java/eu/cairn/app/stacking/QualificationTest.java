package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.QualificationsServed.Place;
import eu.cairn.app.credential.QualificationsServed.Served;
import eu.cairn.app.portfolio.Published;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Bundle;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Prerequisite;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Share;
import eu.cairn.stacking.Spending;
import eu.cairn.stacking.Terms;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QualificationTest {

    private static final String SERVED =
            """
            qualification: {id: served, version: "%s", title: Served}
            validFrom: %s
            requirements:
            - id: one
              title: One of two
              because: Either is enough
              choose: 1
              of:
              - {id: life, title: Life, course: UNA-BIODIV, credits: {atLeast: 2}}
              - {id: finland, title: Finland, credits: {atLeast: 2}, from: {country: FI, level: 6}}
            - {id: graded, title: Graded, credits: {atLeast: 2}, from: {country: FI, grade: {atLeast: 4}}}
            - {id: italy, title: Italy, credits: {atLeast: 1}, from: {country: IT}}
            total: {credits: {atLeast: 5}}
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        Published.rulebook(server, SERVED.formatted("1", "2026-09-01"), "kallavesi");
        Published.rulebook(server, SERVED.formatted("2", "2026-10-01"), "kallavesi");
        Published.rulebook(server, SERVED.formatted("3", "2099-01-01"), "kallavesi");
    }

    @Test
    void aCourseSaysWhichRequirementsItServes() {
        var course = offer("UNA-BIODIV");

        var served =
                server.bean(Qualifications.class).by(course).stream()
                        .filter(it -> it.rulebook().equals("served"))
                        .toList();

        assertThat(served)
                .singleElement()
                .extracting(Served::requirements)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Place.class))
                .containsExactly(
                        new Place("life", "Life", ""),
                        new Place("finland", "Finland", ""),
                        new Place("graded", "Graded", "grade 4 or better"));
        assertThat(server.visitor().get(course.path()).body())
                .contains("Counts towards", ">Served<")
                .containsPattern(
                        "in Life or Finland or Graded <span class=\"part\">\\(provided: grade 4");
        assertThat(api("/api/v1" + course.path() + "/qualifications"))
                .contains("\"requirement\":\"finland\"", "\"provided\":\"grade 4 or better\"")
                .doesNotContain("\"italy\"");
    }

    /** A module that is shared with its version pinned changes in no other programme by itself. */
    @Test
    void aPinnedVersionTakesNoOtherOneAndSaysThatAnotherIsOnOffer() {
        int offered = offer("UNA-BIODIV").version();
        var pinned =
                """
                qualification: {id: pinned, version: "1", title: Pinned}
                validFrom: 2026-10-01
                requirements:
                - {id: shared, title: Shared, course: UNA-BIODIV, version: %d}
                """;
        Published.rulebook(server, pinned.formatted(offered), "kallavesi");
        var qualifications = server.bean(Qualifications.class);
        var drafts = server.bean(RulebookDrafts.class);

        assertThat(qualifications.by(offer("UNA-BIODIV")))
                .anyMatch(it -> it.rulebook().equals("pinned"));
        assertThat(drafts.check(pinned.formatted(offered)).warnings()).isEmpty();

        Published.rulebook(
                server,
                pinned.formatted(offered + 1).replace("\"1\"", "\"2\"").replace("10-01", "11-01"),
                "kallavesi");
        assertThat(qualifications.by(offer("UNA-BIODIV")))
                .noneMatch(it -> it.rulebook().equals("pinned"));
        assertThat(drafts.check(pinned.formatted(offered + 1)).warnings())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.refusal().code())
                                    .isEqualTo("rulebook.version-not-offered");
                            assertThat(it.words())
                                    .contains("version " + offered + ", which is on offer now")
                                    .contains(offer("UNA-BIODIV").path() + "/changes");
                        });
        assertThat(server.as("kallavesi.registrar@example.org").get("/rulebooks").body())
                .contains("asks for another version of UNA-BIODIV")
                .contains("href=\"" + offer("UNA-BIODIV").path() + "/changes\"");
    }

    /** A requirement is listed exactly where its audit would count the credential of the course. */
    @Test
    void whatACourseCountsTowardsIsWhatAnAuditWouldCount() {
        int listed = 0;
        for (var rulebook : server.bean(Qualifications.class).applying()) {
            for (var course : server.bean(CoursesOnOffer.class).published()) {
                var places = places(rulebook, course);
                for (var take : takes(rulebook.rules())) {
                    if (take.id().equals("graded")) {
                        continue;
                    }
                    assertThat(places.contains(take.id()))
                            .as(course.code() + " in " + take.id() + " of " + rulebook.id())
                            .isEqualTo(wouldCount(rulebook, take, course));
                    listed += places.contains(take.id()) ? 1 : 0;
                }
            }
        }

        assertThat(listed).isGreaterThan(10);
    }

    @Test
    void theRulesAreThereInWordsWithCoursesThatCount() {
        var page = server.visitor().get("/qualifications/served").body();

        assertThat(page)
                .contains("1 of these 2:", "At least 2.0 ECTS: course UNA-BIODIV")
                .contains("At least 2.0 ECTS: level 6, from Finland", "Either is enough")
                .contains("At least 5.0 ECTS in all", "Kallavesi University")
                .contains("Biodiversity.now", "Lay my credentials on it");
    }

    @Test
    void everyVersionStaysAndSaysHowItStands() {
        var newest = server.visitor().get("/qualifications/served").body();
        var old = server.visitor().get("/qualifications/served/1").body();
        var later = server.visitor().get("/qualifications/served/3").body();

        assertThat(newest)
                .containsPattern("(?s)>3</a></th><td>from 1 January 2099</td><td>Applies later<")
                .containsPattern(
                        "(?s)2 <span[^>]*>\\(shown\\)</span></th><td>from 1 October 2026</td><td>Applies now<")
                .containsPattern("(?s)>1</a></th><td>from 1 September 2026</td><td>Replaced<");
        assertThat(old).contains("<h2>Replaced</h2>", ">version 2</a> applies");
        assertThat(later).contains("<h2>Applies later</h2>");
        assertThat(server.visitor().get("/qualifications/served/4").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get("/qualifications/nobodys").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiSaysTheSameAsThePage() {
        assertThat(api("/api/v1/qualifications"))
                .contains(
                        "\"rulebook\":\"served\",\"version\":\"2\"",
                        "\"validFrom\":\"2026-10-01\"");
        assertThat(api("/api/v1/qualifications/served/1"))
                .contains("\"applies\":false", "At least 2.0 ECTS: level 6, from Finland")
                .contains("\"content\":\"qualification: {id: served")
                .contains("\"code\":\"UNA-BIODIV\"");
        assertThat(server.visitor().get("/qualifications").body()).contains(">Served<");
    }

    @Test
    void nothingThatARulebookSaysIsPassedOver() {
        var rules =
                new Rulebook(
                        "q",
                        "1",
                        Note.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(take("a"), take("b")),
                        List.of(),
                        Optional.empty(),
                        new Terms(
                                List.of(Set.of("X", "Y")),
                                List.of(
                                        new Share(
                                                "s",
                                                Note.NONE,
                                                List.of("a", "b"),
                                                Optional.of(Ects.of(5)),
                                                Optional.empty())),
                                List.of(
                                        new Bundle(
                                                "block",
                                                Note.NONE,
                                                3,
                                                Filter.ANY,
                                                HeldCredential.of("block", Ects.of(3))
                                                        .credential())),
                                new Spending(
                                        Map.of("MSc", new Spending.Rule.Forbidden()),
                                        new Spending.Rule.AtMost(
                                                Optional.of(Ects.of(6)), Optional.empty())),
                                List.of(new Prerequisite("X", List.of(Set.of("Z")))),
                                Map.of("OLD", "NEW"),
                                Optional.of(Period.ofYears(5)),
                                List.of()));

        assertThat(RuleSentences.of(rules, server.bean(RuleWords.class)).whole())
                .extracting(RuleSentences.Sentence::words)
                .containsExactly(
                        "Of X, Y at most one is counted",
                        "A credential may count in two of a, b, at most 5.0 ECTS",
                        "3 credentials together count as one of 3.0 ECTS",
                        "Credits spent on MSc are not counted again",
                        "Credits spent on another award may be counted again, at most 6.0 ECTS",
                        "X counts for holders of Z only",
                        "OLD counts as NEW",
                        "All that is counted was awarded within 5 years");
    }

    private static Take take(String id) {
        return new Take(
                id, Note.NONE, Filter.ANY, Optional.of(Ects.of(5)), Optional.empty(), false);
    }

    private static List<Take> takes(Rulebook rules) {
        return rules.everyRequirement()
                .filter(Take.class::isInstance)
                .map(Take.class::cast)
                .toList();
    }

    private static List<String> places(PublishedRulebook rulebook, OnOffer course) {
        return server.bean(Qualifications.class).by(course).stream()
                .filter(it -> it.rulebook().equals(rulebook.id()))
                .flatMap(it -> it.requirements().stream())
                .map(Place::requirement)
                .toList();
    }

    private static boolean wouldCount(PublishedRulebook rulebook, Take take, OnOffer course) {
        var day = rulebook.day(server.bean(Clock.class).instant());
        var held = Portfolio.of(day, List.of(CourseFacts.of(course, day)));
        var alone = Rulebook.of("alone", List.of(take), List.of());
        return !Audits.audit(alone, held).counted().isEmpty();
    }

    private static OnOffer offer(String code) {
        return server.bean(CoursesOnOffer.class).published().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String api(String path) {
        return Published.api(server, "", "GET", path, "").body();
    }
}
