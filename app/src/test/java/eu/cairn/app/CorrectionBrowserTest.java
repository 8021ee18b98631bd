package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A registrar puts a credential right in a real browser; the learner and a verifier read why. */
class CorrectionBrowserTest {

    private static final String WHY = "Your name was mistyped when you enrolled.";

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
    void aNameIsCorrectedAfterAComparison() {
        browser.be(TestServer.REGISTRAR).open(TestCourse.published(server, "CLIMA-5").awards());
        browser.driver().findElement(By.cssSelector("tbody th a")).click();
        browser.accessible().follow("Correct this award").accessible();
        browser.press("Compare before and after").until("Not corrected").accessible();

        browser.type("fullName", "Nora Lindqvist-Berg")
                .type("words", WHY)
                .driver()
                .findElement(By.cssSelector("#reason option[value=learner-data]"))
                .click();
        browser.press("Compare before and after").until("What changes").accessible();
        assertThat(browser.text()).contains("Nora Lindqvist-Berg");
        browser.width(360);
        assertThat(browser.scrollsSideways()).isFalse();
        browser.width(1280).press("Sign the corrected credential").until("Corrects").accessible();
        var former = browser.all("dd a[href^='/awards/']").getFirst().getText();
        server.signAll();

        browser.be(TestServer.LEARNER).open("/credentials").accessible();
        assertThat(browser.text()).contains("Replaced by", WHY);
        var link = browser.all("td small a[href^='/v/']").getFirst().getDomProperty("href");
        if (link == null) {
            throw new AssertionError("no corrected credential is linked");
        }
        browser.nobody().open(link).accessible();
        assertThat(browser.text()).contains("Genuine").doesNotContain("replaced", WHY);
        browser.open("/v/" + former);
        browser.until("A corrected credential stands in its place").accessible();
        assertThat(browser.text()).contains("replaced by a corrected credential", WHY);
        browser.width(360);
        assertThat(browser.scrollsSideways()).isFalse();
        assertThat(browser.console()).isEmpty();
    }
}
