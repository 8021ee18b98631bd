package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.portfolio.Published;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Choosing in a stack, the public rules, and the workbench, in a real browser. */
class StackingBrowserTest {

    private static final String CERTIFICATE = "/stacks/teaching-certificate-30";

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = TestServer.start(true);
        browser = new Browser(server);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.stop();
    }

    /** Everything that progress says is text, and everything that changes it is a key press. */
    @Test
    void aLearnerChoosesAndUndoesByKeyboardAlone() {
        browser.be(TestServer.LEARNER).until("What you hold").open("/stacks").accessible();
        assertThat(browser.text())
                .contains("Nearly there", "2.0 ECTS missing", "What would finish");

        browser.open(CERTIFICATE);
        var code = Published.shortCode(server, "TL519");
        var form = "details:has(#choice-" + code + ")";
        browser.all(form + " summary").getFirst().sendKeys(Keys.ENTER);
        browser.all("#choice-" + code).getFirst().sendKeys("Do not");
        browser.all(form + " button").getFirst().sendKeys(Keys.ENTER);
        browser.until("5.0 ECTS more are missing: 15.0 instead of 10.0.").accessible();
        assertThat(browser.text()).contains("is left out, as you chose", "Your choice, against");

        browser.driver()
                .findElement(By.xpath("//button[contains(., 'Undo this choice')]"))
                .sendKeys(Keys.ENTER);
        browser.until("5.0 ECTS fewer are missing").accessible();
        assertThat(browser.text()).contains("20.0 of 30.0 ECTS").doesNotContain("against what");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theRulesAndWhatCountsInThemAreReadableOnEveryScreen() {
        browser.nobody().open("/qualifications").accessible();
        for (var path :
                new String[] {
                    "/qualifications",
                    "/qualifications/teaching-certificate-30",
                    "/qualifications/sustainable-transition-18/2026-1",
                    "/catalogue/kallavesi/UNA-BIODIV/1"
                }) {
            browser.width(1280).open(path).accessible();
            for (int width : new int[] {390, 320, 1280}) {
                assertThat(browser.width(width).open(path).scrollsSideways())
                        .as(path + " at " + width)
                        .isFalse();
            }
        }
        browser.follow("Joint Micro-credential").until("What it requires");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aRegistrarSeesFaultsAndSentencesWhileTyping() {
        browser.be(TestServer.REGISTRAR).open("/rulebooks").accessible();
        browser.press("New rulebook").until("At least 10.0 ECTS: level 6 or above").accessible();

        browser.type(
                "content", "id: x\nversion: 1\nrequirements: [{id: a, credits: {atLeast: few}}]");
        browser.until("Line 3: few is not a number").accessible();
        assertThat(browser.all("#lines .wrong").getFirst().getText()).isEqualTo("3");

        browser.type(
                "content",
                "id: x\nversion: 1\nvalidFrom: 2099-01-01\n"
                        + "requirements: [{id: a, course: CLIMA-5, credits: {atLeast: 5}}]");
        browser.until("At least 5.0 ECTS: course CLIMA-5").accessible();
        browser.press("What would change").until("Nora Lindqvist (").accessible();
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width);
            assertThat(browser.scrollsSideways()).as("at " + width).isFalse();
        }
        browser.press("Publish").until("is published").accessible();
        assertThat(browser.text()).contains("Applies later");
        assertThat(browser.console()).isEmpty();
    }
}
