package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.app.portfolio.Reach.Nearness;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.framework.Ects;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static TestServer server;
    private static Person learner;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        learner = Published.learner(server);
        publish("reach-earned", "course: UNA-INTRO, credits: {atLeast: 3}");
        publish("reach-near", "credits: {atLeast: 35}");
        publish("reach-nearer", "credits: {atLeast: 34}");
        publish("reach-far", "credits: {atLeast: 90}");
        publish("reach-none", "course: NOBODY-HAS-IT, credits: {atLeast: 3}");
    }

    private static void publish(String id, String rule) {
        Published.rulebook(
                server,
                """
                qualification: {id: %s, version: 2026-1, title: %s}
                validFrom: 2026-09-01
                requirements: [{id: r, %s}]
                """
                        .formatted(id, id, rule),
                "kallavesi");
    }

    @Test
    void everyQualificationThatAppliesIsThereOnce() {
        var reach = reach(learner);

        assertThat(
                        Stream.concat(
                                reach.stacks().stream().map(it -> it.rulebook().id()),
                                reach.others().stream().map(PublishedRulebook::id)))
                .containsExactlyInAnyOrderElementsOf(
                        server
                                .bean(RulebookStore.class)
                                .applying(server.bean(Clock.class).instant())
                                .stream()
                                .map(PublishedRulebook::id)
                                .toList());
    }

    @Test
    void aQualificationIsAsNearAsItsAuditSays() {
        assertThat(nearness("reach-earned")).containsExactly(Nearness.EARNED);
        assertThat(nearness("reach-near")).containsExactly(Nearness.NEARLY_THERE);
        assertThat(nearness("reach-far")).containsExactly(Nearness.IN_REACH);
        assertThat(nearness("reach-none")).isEmpty();
        for (var stack : reach(learner).stacks()) {
            var alone = server.bean(Stacks.class).of(learner, stack.rulebook().id()).orElseThrow();
            assertThat(stack.audit()).isEqualTo(alone.audit());
        }
    }

    @Test
    void whatMissesTheFewestCreditsComesFirst() {
        var near =
                reach(learner).stacks().stream()
                        .filter(it -> Reach.nearness(it) == Nearness.NEARLY_THERE)
                        .toList();

        assertThat(near)
                .extracting(it -> it.audit().missing().orElseThrow())
                .isSortedAccordingTo(Ects::compareTo);
        assertThat(near.stream().map(it -> it.rulebook().id()))
                .containsSubsequence("reach-nearer", "reach-near");
    }

    @Test
    void whatWouldFinishAQualificationIsNamedWithItsCourses() {
        var page = server.as(TestServer.LEARNER).get("/stacks").body();

        assertThat(page)
                .contains("Earned", "Nearly there", "In reach", "What would finish it")
                .contains(
                        "Biodiversity Now <span class=\"nowrap\">(2.0 ECTS, <a href=\"/catalogue/")
                .containsPattern("(?s)<details.*in which nothing that you hold counts.*reach-none");
    }

    @Test
    void theApiSaysTheSameAsThePage() {
        var answer = Published.api(server, TestServer.LEARNER, "GET", "/api/v1/stacks", "").body();

        for (var line : server.bean(StackViews.class).of(reach(learner)).lines()) {
            assertThat(answer)
                    .containsPattern(
                            "\"rulebook\":\"%s\".{0,300}?\"reach\":\"%s\",\"counted\":%s,"
                                    .formatted(
                                            line.rulebook().id(),
                                            line.nearness().code(),
                                            number(line.counted())));
        }
        assertThat(answer)
                .containsPattern("\"reach-none\".{0,300}?\"reach\":\"nothing-counts\"")
                .contains("\"requirement\":\"Biodiversity Now\",\"credits\":2,");
    }

    @Test
    void whoHoldsNothingIsToldWhatToDoFirst() {
        assertThat(server.as(TestServer.DESIGNER).get("/stacks").body())
                .contains("You hold no credential yet", "Find courses", "<details", " open>");
        assertThat(Published.api(server, "", "GET", "/api/v1/stacks", "").statusCode())
                .isEqualTo(401);
    }

    private static String number(Ects credits) {
        return credits.toString().replaceFirst("\\.0+$", "");
    }

    private static List<Nearness> nearness(String rulebook) {
        return reach(learner).stacks().stream()
                .filter(it -> it.rulebook().id().equals(rulebook))
                .map(Reach::nearness)
                .toList();
    }

    private static Reach reach(Person person) {
        return server.bean(Stacks.class).reach(person);
    }
}
