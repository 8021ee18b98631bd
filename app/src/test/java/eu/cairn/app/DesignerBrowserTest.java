package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The workbench of a course in a real browser, by keyboard. */
class DesignerBrowserTest {

    private static final String COURSE = "Assessing Data Quality in Public Registers";
    private static final String OPEN = "Outcome 5 is assessed nowhere";

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

    /** The demo's draft as it is when the demo starts: its fifth outcome is not assessed. */
    @BeforeEach
    void open() {
        browser.be(TestServer.DESIGNER).follow(COURSE);
        if (!browser.text().contains(OPEN)) {
            space("assess.5.1");
            browser.until(OPEN);
        }
    }

    @Test
    void aBoxTickedByKeyboardChangesTheFindingsWhateverElseIsHalfTyped() {
        browser.type("publishedSource", "half an addre").until("is not a web address");

        space("assess.5.1");
        untilGone(OPEN);
        assertThat(browser.text()).doesNotContain("Assessed by no task");
        space("assess.5.1");
        browser.until(OPEN).until("Assessed by no task");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aDateThatIsHalfTypedKeepsNoFindingBack() {
        browser.driver().findElement(By.id("startsOn")).sendKeys("03");

        space("assess.5.1");
        untilGone(OPEN);
        space("assess.5.1");
        browser.until(OPEN);
    }

    @Test
    void boxesThatAreTickedOneAfterTheOtherAllCount() {
        for (int turn = 0; turn < 6; turn++) {
            space("teach.1.1");
            space("assess.5.1");
            space("teach.2.1");
            if (turn % 2 == 0) {
                untilGone(OPEN);
            } else {
                browser.until(OPEN);
            }
        }
    }

    @Test
    void aRowThatWasAddedIsReadyToType() {
        unfold();
        browser.press("Add a qualification").until("Qualification 1");

        assertThat(browser.driver().switchTo().activeElement().getAttribute("id"))
                .isEqualTo("programmes-1-qualification");
        browser.driver().findElement(By.cssSelector("[value=remove-programme-1]")).click();
        assertThat(browser.address()).endsWith("#programmes");
    }

    @Test
    void everyPartIsAccessibleAndFitsASmallScreen() {
        browser.press("Add who was asked").until("Organisation or group 2");
        browser.press("Add evidence").until("Evidence 1");
        browser.press("Add an occupation").until("Occupation 1");
        unfold();
        browser.accessible();
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width);
            assertThat(browser.scrollsSideways()).as("at %d", width).isFalse();
        }
        assertThat(browser.console()).isEmpty();
    }

    private static void unfold() {
        browser.driver()
                .executeScript(
                        "document.querySelectorAll('details').forEach(one => one.open = true)");
    }

    private static void space(String box) {
        browser.driver().findElement(By.name(box)).sendKeys(Keys.SPACE);
    }

    private static void untilGone(String words) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
                .ignoring(WebDriverException.class)
                .until(d -> !d.findElement(By.tagName("body")).getText().contains(words));
    }
}
