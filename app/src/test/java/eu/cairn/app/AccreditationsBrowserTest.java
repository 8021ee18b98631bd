package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Accreditations in a real browser. */
class AccreditationsBrowserTest {

    private static final int[] WIDTHS = {390, 320, 1280};
    private static final String SUBJECT =
            "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

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
    void aQualityOfficerAccreditsAndWithdraws() {
        browser.be(TestServer.QUALITY_OFFICER)
                .open("/reviews")
                .accessible()
                .follow("Accreditations of others")
                .until("Nothing accredited yet")
                .accessible();
        fits();

        browser.type("name", "Università della Laguna")
                .type("subject", "the university")
                .tick("input[name=levels][value='6']")
                .tick("input[name=levels][value='7']");
        day("from", "2026-01-01");
        day("until", "2031-12-31");
        browser.press("Seal and issue").until("Not issued").accessible();
        fits();

        browser.type("subject", SUBJECT)
                .press("Seal and issue")
                .until("Università della Laguna is accredited")
                .accessible();
        assertThat(browser.text())
                .contains(
                        "In force", "An institution, EQF 6, 7, 1 January 2026 to 31 December 2031");
        browser.driver().findElement(By.tagName("summary")).click();
        fits();

        browser.press("Withdraw it").until("accreditation.reason-missing").accessible();
        fits();
        var reason = browser.all("textarea[name=reason]").getFirst();
        reason.sendKeys(
                "The review of 2026 found that the conditions are not met any more. "
                        + "x".repeat(120));
        browser.press("Withdraw it")
                .until("The accreditation of Università della Laguna is withdrawn")
                .accessible();
        assertThat(browser.text())
                .contains("Withdrawn on", "the conditions are not met any more")
                .doesNotContain("In force");
        fits();
        browser.type("name", "x".repeat(200))
                .type("subject", "https://a.example/" + "x".repeat(400));
        day("from", "2026-01-01");
        day("until", "2031-12-31");
        browser.press("Seal and issue").until("is accredited").accessible();
        fits();
        browser.type("name", "x".repeat(200)).type("subject", "x".repeat(400));
        browser.press("Seal and issue").until("Not issued").accessible();
        fits();
        assertThat(browser.console()).isEmpty();
    }

    /** A field of days takes its value in the order of the language of the browser. */
    private static void day(String id, String day) {
        browser.driver()
                .executeScript(
                        "document.getElementById(arguments[0]).value = arguments[1]", id, day);
    }

    private static void fits() {
        for (int width : WIDTHS) {
            assertThat(browser.width(width).scrollsSideways()).as("at " + width).isFalse();
        }
    }
}
