package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.catalogue.Basis;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.catalogue.DraftMerge;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Versions of a course and their drafts in a real browser, wide and narrow. */
class VersionsBrowserTest {

    private static TestServer server;
    private static Browser browser;
    private static UUID course;

    @BeforeAll
    static void start() {
        server = TestServer.start(true);
        browser = new Browser(server);
        var versions = new TestVersions(server);
        course = versions.approved("VER-B");
        versions.revised(course, "endsOn", "2027-12-24");
        server.bean(Courses.class).submit(versions.designer(), course);
        versions.revised(course, "gradingScale", "Pass or fail");
        server.bean(Courses.class).submit(versions.designer(), course);
        server.bean(Courses.class).giveBack(versions.designer(), course, 3, "Not clear yet");
        var sentence = versions.draft(course).outcomes().getFirst().text();
        versions.write(course, "outcomes[1].text", sentence + " in one region");
        var base = versions.draft(course);
        int revision =
                server.bean(CourseStore.class)
                        .draft(versions.designer(), course)
                        .orElseThrow()
                        .revision();
        for (var window : new String[] {"one", "two"}) {
            versions.save(
                    course,
                    DraftMerge.with(base, "need", "The need as window " + window + " has it")
                            .orElseThrow(),
                    new Basis(revision, window));
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.stop();
    }

    @Test
    void aDesignerComparesLooksBackAndChooses() {
        browser.be(TestServer.DESIGNER);
        for (var page :
                new String[] {
                    "/compare", "/compare?from=1&to=2", "/states", "/states/1", "/uses"
                }) {
            browser.open("/courses/" + course + page).accessible();
            fits(page);
        }
        browser.open("/courses/" + course).accessible();
        fits("/courses");
        assertThat(browser.text()).contains("Written by two people at the same time");
        browser.press("Use the text of").until("The need as window two has it");
        assertThat(browser.text()).doesNotContain("Written by two people");

        browser.open("/courses/" + course + "/compare");
        browser.driver().findElement(By.id("to")).sendKeys(Keys.TAB, Keys.ENTER);
        browser.until("Compare versions").accessible();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aDraftIsDeletedAndTakenBack() {
        browser.be(TestServer.DESIGNER).open("/courses").press("New course").until("New course");
        browser.press("Delete this draft").until("The draft is deleted").accessible();
        fits("/courses");
        browser.driver().findElement(By.cssSelector("details summary")).sendKeys(Keys.ENTER);
        browser.press("Take back").until("The draft is back");
    }

    @Test
    void anOfficerSeesWhatWasApprovedByNotificationAndThePublicWhatChanged() {
        browser.be(TestServer.QUALITY_OFFICER).open("/reviews").accessible();
        fits("/reviews");
        assertThat(browser.text()).contains("Approved by notification");
        browser.open("/reviews/" + course + "/2").accessible();
        fits("/reviews/2");
        browser.open("/courses/" + course + "/compare").accessible();

        browser.nobody().open("/catalogue/borgofiume/VER-B/2/changes").accessible();
        fits("changes");
        browser.open("/catalogue/borgofiume/VER-B/2").follow("decided on").accessible();
        fits("decision");
        assertThat(browser.text()).contains("approved by notification", "Carried over from");
        assertThat(browser.console()).isEmpty();
    }

    private static void fits(String page) {
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width);
            assertThat(browser.scrollsSideways()).as(page + " at " + width).isFalse();
        }
    }
}
