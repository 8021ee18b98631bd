package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.portfolio.Published;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The way ahead, what a course would add, and the courses that learners miss, in a real browser.
 */
class AheadBrowserTest {

    private static final String JOINT = "/stacks/joint-sustainability-10";
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

    @Test
    void aLearnerPlansByKeyboardAlone() {
        browser.be(TestServer.LEARNER).open(CERTIFICATE);
        browser.driver().findElement(By.partialLinkText("Plan the way ahead")).sendKeys(Keys.ENTER);
        browser.until("Way 1: Finish not known").accessible();
        assertThat(browser.text()).contains("Way 3", "price not published", "Proved");

        browser.all("#goal").getFirst().sendKeys("Few");
        browser.all("#load").getFirst().sendKeys("10", Keys.ENTER);
        browser.until("the fewest credits first").accessible();
        assertThat(browser.address()).contains("goal=fewest-credits", "load=10");
        browser.all("#left summary").getFirst().sendKeys(Keys.ENTER);
        browser.until("It would not count, nor open a course that does.").accessible();
        readableOnEveryScreen();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aCoursePageLeadsToWhatItWouldAdd() {
        browser.be(TestServer.LEARNER).open("/catalogue/kallavesi/UNA-BIODIV/1").accessible();
        browser.follow("What would this add to my stack?");
        browser.until("Not your result.").accessible();
        assertThat(browser.text())
                .contains("If you pass it: Every rule would be satisfied.")
                .contains("2.0 ECTS would count in Biodiversity Now.");
        browser.all("form[action*='if-passed'] summary").getFirst().sendKeys(Keys.ENTER);
        browser.tick("input[value='lough-ree/TL515']").press("See what would be");
        browser.until("Would add nothing").accessible();
        readableOnEveryScreen();
        browser.open(JOINT);
        assertThat(browser.text()).contains("Missing: 2.0 ECTS").doesNotContain("would");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aRegistrarSeesWhichCourseLearnersMiss() {
        Published.rulebook(
                server,
                """
                qualification: {id: missing-course, version: 2026-1, title: Missing}
                validFrom: 2026-09-01
                requirements: [{id: r, title: Much, credits: {atLeast: 60}, from: {level: {atLeast: 6}}}]
                """,
                "borgofiume");
        browser.be(TestServer.REGISTRAR).open("/rulebooks");
        browser.follow("Which course is missing").until("Courses that are missing").accessible();
        assertThat(browser.text()).contains("Nobody is named");
        readableOnEveryScreen();
        assertThat(browser.console()).isEmpty();
    }

    private static void readableOnEveryScreen() {
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width);
            assertThat(browser.scrollsSideways()).as("at " + width).isFalse();
        }
    }
}
