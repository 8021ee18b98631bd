package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The whole way in a real browser: each page accessible, the console empty, the keyboard enough.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserJourneyTest {

    private static final String COURSE = "Assessing Data Quality in Public Registers";

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
    void aDesignerSeesWhatHindersAndSendsTheCourseToApproval() {
        browser.be(TestServer.DESIGNER).accessible().follow(COURSE).accessible();
        assertThat(browser.text())
                .contains("2 things before it can be sent", "6 h short", "Assessed by no task");

        browser.tick("[name='assess.5.1']").type("activities-5-hours", "46");
        browser.until("Ready to be sent to approval");
        assertThat(browser.text()).contains("125 h", "in the band");
        browser.press("Send to approval").until("was frozen and sent to approval").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(2)
    void aQualityOfficerDecidesWithReasonsAndTheCourseIsPublished() {
        browser.be(TestServer.QUALITY_OFFICER).accessible().follow(COURSE).accessible();
        browser.press("Decide").until("quality.finding-missing");
        assertThat(browser.text()).contains("quality.finding-missing", "quality.reasons-missing");
        browser.accessible();

        browser.driver()
                .findElements(By.cssSelector("input[type=radio][value=met]"))
                .forEach(org.openqa.selenium.WebElement::click);
        browser.tick("input[name=outcome][value=approved]")
                .type("reasons", "All criteria are met; the workload was recomputed.");
        browser.driver().findElement(By.cssSelector("button[value=decide]")).sendKeys(Keys.ENTER);
        browser.until("approved and published").accessible();
        browser.open("/catalogue").accessible();
        assertThat(browser.text()).contains(COURSE);
        browser.follow(COURSE).accessible();
        assertThat(browser.text()).contains("decided on");
        browser.follow("decided on").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(3)
    void aRegistrarReviewsRowByRowAndAwardsOnce(@TempDir Path folder) throws IOException {
        var file = folder.resolve("results.csv");
        Files.writeString(
                file,
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                BF-2026-0001,passed,passed,passed,2026-11-16,28,yes
                BF-2026-0002,passed,failed,passed,2026-11-16,17,yes
                """);

        browser.be(TestServer.REGISTRAR).accessible().follow(COURSE).accessible();
        browser.upload("file", file.toString()).press("Upload and review");
        browser.until("Review 2 results before anything is awarded").accessible();
        assertThat(browser.text()).contains("1 rows are refused", "award.not-passed");

        browser.tick("input[name=confirmed]")
                .type("minute", "EB-26-31")
                .press("Award and sign 1 credentials")
                .until("All 1 credentials are signed")
                .accessible();
        browser.open("/learners").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(4)
    void anybodyVerifiesTheCredentialAndSeesWhenItIsRevoked() {
        browser.be(TestServer.REGISTRAR).follow(COURSE);
        var link = browser.all("a[href^='/v/']").getFirst().getDomProperty("href");
        if (link == null) {
            throw new AssertionError("no credential is linked");
        }

        browser.nobody().open(link).accessible();
        assertThat(browser.text()).contains("Genuine", COURSE, "5.0 ECTS", "EQF 7", "Not checked");
        for (int width : new int[] {390, 320, 1280}) {
            assertThat(browser.width(width).open(link).scrollsSideways()).isFalse();
        }

        browser.be(TestServer.REGISTRAR).follow(COURSE);
        browser.driver().findElement(By.cssSelector("tbody th a")).click();
        browser.accessible();
        browser.driver()
                .findElement(By.cssSelector("#code option[value=awarded-in-error]"))
                .click();
        browser.type("reason", "The result belonged to another learner.")
                .press("Revoke this award")
                .until("every verification says so now");

        browser.nobody().open(link).accessible();
        assertThat(browser.text())
                .contains("Not genuine: revoked on", "The result belonged to another learner.");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @Order(5)
    void publicPagesAreAccessibleToTheKeyboard() {
        browser.nobody().open("/").accessible();
        browser.open("/verify").accessible();
        browser.open("/api").accessible();
        browser.open("/sign-in").accessible();
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getText())
                .isEqualTo("Skip to content");
        assertThat(browser.console()).isEmpty();
    }
}
