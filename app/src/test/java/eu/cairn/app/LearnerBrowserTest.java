package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.portfolio.Published;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A learner's stack before and after recognition in a real browser, each page accessible. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearnerBrowserTest {

    private static final String MICRO_DEGREE = "sustainable-transition-18";
    private static final String COURSE = "Vivere con un clima che cambia";

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

    @Test
    @Order(1)
    void aLearnerSeesWhatCountsAndWhatDoesNotOnEveryScreen() {
        browser.be(TestServer.LEARNER).until("What you hold").accessible();
        browser.open("/stacks").accessible();
        for (var stack : new String[] {MICRO_DEGREE, "teaching-certificate-30"}) {
            browser.open("/stacks/" + stack).accessible();
            for (int width : new int[] {390, 320, 1280}) {
                assertThat(browser.width(width).open("/stacks/" + stack).scrollsSideways())
                        .as(stack + " at " + width)
                        .isFalse();
            }
        }
        browser.open("/recognition").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(2)
    void aLearnerAsksForRecognitionFromTheStack() {
        browser.open("/stacks/" + MICRO_DEGREE);
        assertThat(browser.text()).contains("5.0 of 18.0 ECTS");

        var code = Published.shortCode(server, "TL514");
        browser.all("a[href*='credential=" + code + "']").getFirst().click();
        browser.until("Recognise it as").accessible();
        browser.press("Send the application").until("recognition.unit-missing").accessible();
        browser.tick("input[name=unit][value=EMA-SYSTEMS]")
                .press("Send the application")
                .until("was sent")
                .accessible();
        browser.open("/recognition").accessible();
        assertThat(browser.text()).contains("Being decided");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(3)
    void anOfficerDecidesAndTheCreditsCount() {
        browser.be(TestServer.RECOGNITION_OFFICER).until("Waiting for a decision").accessible();
        browser.follow(COURSE).until("Five elements side by side").accessible();
        browser.press("Decide").until("recognition.finding-missing").accessible();
        browser.driver()
                .findElements(By.cssSelector("select option[value=none]"))
                .forEach(WebElement::click);
        browser.tick("input[name=outcome][value=full]")
                .press("Decide")
                .until("The decision is made")
                .accessible();
        browser.open("/applications").accessible();

        browser.be(TestServer.LEARNER).until("What you hold");
        browser.open("/stacks/" + MICRO_DEGREE).accessible();
        assertThat(browser.text()).contains("10.0 of 18.0 ECTS", "Recognised by Emajõe Ülikool");
        browser.follow("See it").until("Recognised in full").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(4)
    void aLearnerReadsTheTranscriptOnEveryScreenAndOnPaper() {
        browser.be(TestServer.LEARNER).until("What you hold");
        browser.follow("Transcript with totals").until("Credits by level").accessible();
        assertThat(browser.text())
                .contains("33.0", "Credits by field", "Held, and counted nowhere", "revoked on")
                .contains("Recognised by Emajõe Ülikool as EMA-CLIMATE");
        for (int width : new int[] {390, 320, 1280}) {
            assertThat(browser.width(width).open("/transcript").scrollsSideways())
                    .as("at " + width)
                    .isFalse();
        }
        browser.width(390).open("/transcript").accessible();

        var paper = browser.width(1280).open("/transcript").printed();
        assertThat(paper).contains("Transcript of records", "Held, and counted nowhere");
        assertThat(paper).containsPattern("Total\\s+\\d+ h\\s+33\\.0");
        browser.be(TestServer.DESIGNER).open("/transcript").accessible();
        assertThat(browser.text()).contains("Nothing to add up yet");
        assertThat(browser.console()).isEmpty();
    }
}
