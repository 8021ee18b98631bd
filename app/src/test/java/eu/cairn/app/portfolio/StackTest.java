package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.demo.Demo;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Bundle;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Spending;
import eu.cairn.stacking.Terms;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StackTest {

    /** Four courses of Finland, Poland and Italy, and an elective that any of them would fit. */
    private static final String THREE_COUNTRIES =
            """
            qualification: {id: three-countries, version: 2026-1, title: Sustainability}
            awardedBy: hei:kallavesi
            validFrom: 2026-09-01
            requirements:
            - {id: introduction, title: Introduction, course: UNA-INTRO, credits: {atLeast: 3}}
            - {id: climate, title: Climate, course: UNA-CLIMATE, credits: {atLeast: 2}}
            - {id: life, title: Biodiversity, course: UNA-BIODIV, credits: {atLeast: 2}}
            - {id: economy, title: Economy, course: UNA-POLECON, credits: {atLeast: 2}}
            - {id: elective, title: Elective, credits: {atLeast: 4}, from: {level: 6}}
            total: {credits: {atLeast: 13}}
            """;

    private static TestServer server;
    private static Person learner;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        Published.rulebook(server, THREE_COUNTRIES, "kallavesi");
        learner = Published.learner(server);
    }

    @Test
    void aStackOfThreeCountriesCountsEveryCreditOnce() {
        var audit = stack().audit();

        var credentials = audit.counted().stream().map(Audit.Counted::credential).toList();
        var credits =
                audit.counted().stream().map(Audit.Counted::credits).reduce(Ects.ZERO, Ects::plus);
        assertThat(new HashSet<>(credentials)).hasSameSizeAs(credentials);
        assertThat(credits).isEqualTo(Ects.of(8));
        assertThat(view().countries())
                .extracting(share -> share.name() + " " + share.credits())
                .containsExactly("Finland 5.0", "Poland 2.0", "Italy 1.0");
        assertThat(view().countries()).extracting(share -> share.css()).doesNotHaveDuplicates();
    }

    @Test
    void whatCountsInAnotherStackTooIsSaid() {
        var page = server.as(TestServer.LEARNER).get("/stacks/joint-sustainability-10").body();

        assertThat(page)
                .contains("These count in another stack too")
                .contains("Introduction to Sustainability: also in");
    }

    @Test
    void aRevokedCredentialIsShownWithItsReasonAndNeverCounts() {
        var line =
                view().credentials().stream()
                        .filter(it -> it.title().equals("Ethics of AI"))
                        .findFirst()
                        .orElseThrow();

        assertThat(line.css()).isEqualTo("out");
        assertThat(line.reasons())
                .extracting(CredentialLine.Why::code)
                .containsExactly("stacking.revoked");
    }

    @Test
    void everyCredentialCountsSomewhereOrSaysWhyNot() {
        assertThat(view().credentials())
                .hasSize(9)
                .allMatch(line -> !line.place().isEmpty() || !line.reasons().isEmpty());
        assertThat(view().credentials())
                .flatExtracting(CredentialLine::reasons)
                .extracting(Object::toString)
                .noneMatch(
                        reason ->
                                reason.matches(
                                        ".*(comes from [A-Z]{2}\\b|hei:|[0-9]{4}-[0-9]{2}-).*"));
    }

    @Test
    void theTextOfABarSaysTheSameNumbersAsTheBar() {
        var rows = view().rows();

        assertThat(rows.getFirst().alternative())
                .isEqualTo("Filled by A, Finland, 3.0 ECTS, of 3.0");
        assertThat(rows.get(2).alternative())
                .isEqualTo("Nothing fills it yet; 2.0 ECTS open, of 2.0");
        assertThat(rows.getLast().alternative())
                .isEqualTo("Filled by D, Italy, 1.0 ECTS; 3.0 ECTS open, of 4.0");
    }

    @Test
    void aBlockIsShownWithTheLettersOfAllThatIsInIt() {
        var stack = stack();
        var block =
                new Bundle(
                        "block",
                        Note.NONE,
                        2,
                        Filter.of(new Condition.OneOf(Fact.COUNTRY, List.of("FI"))),
                        HeldCredential.of("block", Ects.of(5)).course("BLOCK").credential());
        var rules =
                withBundle(
                        Rulebook.of(
                                "blocks",
                                List.of(
                                        new Requirement.Take(
                                                "r",
                                                Note.NONE,
                                                Filter.of(
                                                        new Condition.OneOf(
                                                                Fact.COURSE, List.of("BLOCK"))),
                                                Optional.of(Ects.of(5)),
                                                Optional.empty(),
                                                false)),
                                List.of()),
                        block);
        var laid =
                new Stack(
                        new PublishedRulebook(
                                stack.rulebook().organisation(),
                                rules,
                                stack.rulebook().validFrom(),
                                ""),
                        stack.holdings(),
                        List.of(),
                        List.of(),
                        List.of(),
                        stack.portfolio(),
                        Audits.audit(rules, stack.portfolio()),
                        Optional.empty());

        var view = server.bean(StackViews.class).of(laid, learner, true);

        assertThat(view.rows().getFirst().alternative())
                .isEqualTo("Filled by A+B, Finland, 5.0 ECTS, of 5.0");
        assertThat(view.credentials())
                .filteredOn(line -> !line.place().isEmpty())
                .extracting(CredentialLine::letter)
                .containsExactly("A", "B");
    }

    @Test
    void whatIsMissingIsOfferedWhereACourseLeadsToIt() {
        var life =
                view().ways().stream()
                        .filter(way -> way.requirement().equals("Biodiversity"))
                        .findFirst()
                        .orElseThrow();

        assertThat(life.credits()).isEqualTo(Ects.of(2));
        assertThat(life.offers()).extracting(offer -> offer.code()).containsExactly("UNA-BIODIV");
    }

    @Test
    void theApiGivesTheAuditOfThePage() {
        var answer =
                Published.api(
                                server,
                                TestServer.LEARNER,
                                "GET",
                                "/api/v1/stacks/three-countries",
                                "")
                        .body();

        assertThat(answer)
                .contains("\"result\" : \"not-satisfied\"")
                .contains("\"missingCredits\" : " + stack().audit().missing().orElseThrow());
        assertThat(server.as(TestServer.LEARNER).get("/stacks/three-countries").body())
                .contains("Missing: " + stack().audit().missing().orElseThrow() + " ECTS")
                .contains(view().why().orElseThrow());
    }

    @Test
    void anAuditOfPlainFactsNeedsNoAccountAndKeepsNothing() {
        var facts =
                """
                {"asOf": "2026-11-25",
                 "qualification": {"requirements": [{"id": "r", "credits": {"atLeast": 5}}]},
                 "credentials": [{"id": "c", "credits": 5}]}
                """;

        var answer = Published.api(server, "", "POST", "/api/v1/audits", facts);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"satisfied\" : true");
    }

    @Test
    void anAuditThatCannotBeReadSaysWhyAndOneTooLargeIsNotReadAtAll() {
        var wrong = Published.api(server, "", "POST", "/api/v1/audits", "{\"asOf\": \"tomorrow\"}");
        var large = Published.api(server, "", "POST", "/api/v1/audits", "x".repeat(300_000));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void plansOfPlainFactsAndOffersNeedNoAccount() {
        var question =
                """
                {"asOf": "2026-11-25",
                 "qualification": {"requirements": [{"id": "r", "credits": {"atLeast": 5}}]},
                 "credentials": [],
                 "offers": [{"id": "o", "course": "K", "credits": 5,
                             "start": "2027-01-11", "end": "2027-03-26"}]}
                """;

        var answer = Published.api(server, "", "POST", "/api/v1/plans?goal=soonest", question);
        var wrong = Published.api(server, "", "POST", "/api/v1/plans?goal=best", question);
        var empty = Published.api(server, "", "POST", "/api/v1/plans", "{}");
        var large = Published.api(server, "", "POST", "/api/v1/plans", "x".repeat(300_000));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"finish\" : \"2027-03-26\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("plan.unknown-goal");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void onlyTheStacksOfTheDemosPeopleAreOpenToEverybody() {
        var staff =
                server.bean(AccountStore.class)
                        .person("kallavesi.registrar@example.org")
                        .orElseThrow();
        var path = "/s/%s/three-countries";

        assertThat(server.visitor().get(path.formatted(learner.id())).statusCode()).isEqualTo(200);
        assertThat(server.visitor().get(path.formatted(staff.id())).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutADemoNobodysStackIsOpen() {
        var pages =
                new StackPages(
                        server.bean(Stacks.class),
                        server.bean(StackViews.class),
                        server.bean(Choices.class),
                        server.bean(ChoiceWords.class),
                        server.bean(AccountStore.class),
                        new Demo(false));
        var page = new Page("", Optional.empty(), "", List.of(), false, "", Optional.empty());

        assertThatThrownBy(() -> pages.shared(page, learner.id(), "three-countries"))
                .isInstanceOf(NotThere.class);
    }

    @Test
    void aStackIsForWhoHasSignedIn() {
        assertThat(server.visitor().get("/stacks").uri().getPath()).isEqualTo("/sign-in");
        assertThat(
                        Published.api(server, "", "GET", "/api/v1/stacks/three-countries", "")
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aVersionOfARulebookIsPublishedOnce() {
        var again =
                server.bean(RulebookStore.class)
                        .publish(
                                server.bean(AccountStore.class)
                                        .organisation("kallavesi")
                                        .orElseThrow(),
                                THREE_COUNTRIES,
                                Instant.parse("2026-11-01T00:00:00Z"));

        assertThat(again).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aCollectionCountsWhatIsGenuine() {
        var page = server.as(TestServer.LEARNER).get("/credentials").body();
        var json =
                Published.api(server, TestServer.LEARNER, "GET", "/api/v1/credentials", "").body();

        assertThat(page).contains("<span class=\"big\">33.0</span>").contains("Revoked");
        assertThat(json).contains("\"totalCredits\":33").contains("\"state\":\"revoked\"");
    }

    private static Rulebook withBundle(Rulebook rules, Bundle bundle) {
        return new Rulebook(
                rules.id(),
                rules.version(),
                rules.note(),
                rules.awardingBody(),
                rules.level(),
                rules.cycle(),
                rules.validFrom(),
                rules.validTo(),
                rules.requirements(),
                rules.limits(),
                rules.total(),
                new Terms(
                        List.of(),
                        List.of(),
                        List.of(bundle),
                        Spending.FREE,
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        List.of()));
    }

    private static Stack stack() {
        return server.bean(Stacks.class).of(learner, "three-countries").orElseThrow();
    }

    private static StackView view() {
        return server.bean(StackViews.class).of(stack(), learner, true);
    }
}
