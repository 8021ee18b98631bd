package eu.cairn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import org.junit.jupiter.api.Test;

/** Each link of the demo leads to what it says, and its learner sees what became of hers. */
class DemoWorldTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String SINCE = "suspended since 23 November 2026";
    private static final String WHY = "Two assessors marked the final project differently.";

    private final DemoWorld.Links links = SERVER.bean(DemoWorld.class).links();

    @Test
    void eachLinkLeadsToWhatItSays() {
        assertThat(verdict(links.genuine())).contains("<h1>Genuine</h1>");
        assertThat(verdict(links.revoked())).contains("<h1>Not genuine: revoked on ");
        assertThat(verdict(links.suspended())).contains("<h1>Not genuine now: " + SINCE + "</h1>");
    }

    @Test
    void aSuspendedCredentialSaysSinceWhenWhyAndThatItMayHoldAgain() {
        assertThat(verdict(links.suspended()))
                .contains(WHY, "It is not valid now, and may be reinstated.")
                .contains("It may hold again once its issuer reinstates it.")
                .doesNotContain("no longer holds, or never did", "In force");
        assertThat(verdict(links.revoked()))
                .contains("what it says no longer holds")
                .doesNotContain("reinstate");
    }

    @Test
    void aSuspendedCredentialIsMadeInNoOtherFormatNow() {
        assertThat(SERVER.visitor().get(links.suspended() + "/formats").body())
                .contains("Not made now: the award was revoked or is suspended");
    }

    @Test
    void theStartPageOfTheDemoLinksThemAll() {
        assertThat(SERVER.visitor().get("/").body())
                .contains(links.stack(), links.genuine(), links.revoked(), links.suspended());
    }

    @Test
    void itsLearnerSeesThatItIsSuspendedAndWhy() {
        assertThat(SERVER.as(TestServer.LEARNER).get("/credentials").body())
                .containsPattern("(?s)Diseño y desarrollo.*" + WHY);
        assertThat(SERVER.as(TestServer.LEARNER).get(links.stack()).body())
                .containsPattern("(?s)Diseño y desarrollo.*Suspended by its issuer");
    }

    private static String verdict(String path) {
        assertThat(path).startsWith("/v/");
        return SERVER.visitor().get(path).body();
    }
}
