package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The second approval of a batch and the suspension of a credential, in a real browser. */
class ApprovalBrowserTest {

    private static final String SECOND = "aurelio.bonfanti@example.org";
    private static final int[] WIDTHS = {390, 320, 1280};

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
    void twoRegistrarsAwardABatchBetweenThem() {
        browser.be(TestServer.REGISTRAR).open("/awards").accessible();
        assertThat(browser.text()).contains("Nothing awaits yours.", "Awaits another registrar");
        browser.follow("results-2026-11-24.csv").until("awards await a second approval");
        browser.accessible();
        assertThat(browser.text())
                .contains("You uploaded or confirmed this file", "Aurelio Bonfanti")
                .contains("more than 20 credentials or more than 100.0 ECTS in sum")
                .contains("Withdraw the request")
                .doesNotContain("Approve and award");
        fits();

        browser.be(SECOND).open("/awards").accessible();
        fits();
        browser.follow("results-2026-11-24.csv").until("Second approval").accessible();
        browser.press("Return it").until("award.return-reason-missing").accessible();
        browser.press("Approve and award 23 credentials")
                .until("All 23 credentials are signed")
                .accessible();
        assertThat(browser.text()).contains("Approved", "by Aurelio Bonfanti, ");

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void anAssessorRecordsTheResultsOfOneLearner() {
        browser.be("fiorenza.galvani@example.org")
                .open(TestCourse.published(server, "CLIMA-5").awards())
                .accessible()
                .follow("Record one result")
                .until("Proof of each outcome")
                .accessible();
        fits();
        browser.press("Record").until("Not recorded yet").accessible();
        assertThat(browser.text()).contains("The learner’s number is empty.");

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aCredentialIsSuspendedAndReinstated() {
        browser.be(TestServer.REGISTRAR)
                .open(TestCourse.published(server, "CLIMA-5").awards())
                .follow("Nora Lindqvist")
                .until("Suspend this credential")
                .accessible();
        var credential = browser.all("a[href^='/v/']").getFirst().getDomProperty("href");
        var award = browser.driver().getCurrentUrl();
        fits();
        browser.driver()
                .findElement(By.cssSelector("#suspension-code option[value=identity-in-doubt]"))
                .click();
        browser.type("suspension-reason", "The photograph is looked at again.")
                .press("Suspend this credential")
                .until("every verification says so now")
                .accessible();
        assertThat(browser.text()).contains("Suspended since");

        browser.nobody().open(String.valueOf(credential)).accessible();
        assertThat(browser.text())
                .contains("Not genuine now: suspended since", "The photograph is looked at again.");
        fits();
        browser.be(TestServer.LEARNER).open("/credentials").accessible();
        assertThat(browser.text()).contains("Suspended", "The photograph is looked at again.");

        browser.be(TestServer.REGISTRAR).open(String.valueOf(award));
        browser.type("reinstatement", "It was her.")
                .press("Reinstate this credential")
                .until("The credential holds again")
                .accessible();
        browser.nobody().open(String.valueOf(credential)).until("Genuine");
        assertThat(browser.console()).isEmpty();
    }

    private static void fits() {
        for (int width : WIDTHS) {
            assertThat(browser.width(width).scrollsSideways()).as("at " + width).isFalse();
        }
    }
}
