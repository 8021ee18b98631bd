package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.catalogue.CourseState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The catalogue in a real browser: wide and narrow, and by keyboard alone. */
class CatalogueBrowserTest {

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
    void theCatalogueIsFoundNarrowedDownAndComparedByEverybody() {
        browser.nobody().width(1280).open("/catalogue");
        var courses = browser.all("input[name=course]");
        var compared =
                "/catalogue/compare?course="
                        + courses.get(0).getDomAttribute("value")
                        + "&course="
                        + courses.get(1).getDomAttribute("value");
        var course = browser.all(".rows a").getFirst().getDomAttribute("href");
        for (var path :
                new String[] {
                    "/catalogue",
                    "/catalogue?q=sustainability&language=en&level=7",
                    "/catalogue?q=nothingatall&country=FI",
                    "/catalogue?from=2027-01-01",
                    compared,
                    "/catalogue/compare",
                    String.valueOf(course)
                }) {
            for (int width : new int[] {390, 320, 1280}) {
                browser.width(width).open(path);
                assertThat(browser.scrollsSideways()).as(path + " at " + width).isFalse();
            }
            browser.accessible();
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aFacetIsChosenAndTakenOutByKeyboardAlone() {
        browser.nobody().width(1280).open("/catalogue");
        var all = browser.all("input[name=course]").size();
        var language =
                browser.all("summary").stream()
                        .filter(it -> it.getText().equals("Language of instruction"))
                        .findFirst()
                        .orElseThrow();
        language.sendKeys(Keys.ENTER);
        browser.all("input[name=language]").getFirst().sendKeys(Keys.SPACE);
        browser.all("button[form=find]").getFirst().sendKeys(Keys.ENTER);
        browser.until("Language of instruction: ");

        assertThat(browser.address()).contains("language=");
        assertThat(browser.all("input[name=course]").size()).isBetween(1, all);
        browser.all(".chips a").getFirst().sendKeys(Keys.ENTER);
        browser.until(all + " courses");
        assertThat(browser.address()).doesNotContain("language=");
    }

    @Test
    void aDesignerAnnouncesARunByForm() {
        browser.be(TestServer.DESIGNER).width(1280);
        var course = TestCourse.published(server, code());
        var path = "/courses/" + course.id() + "/" + course.number() + "/runs";
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width).open(path);
            assertThat(browser.scrollsSideways()).as(path + " at " + width).isFalse();
        }
        browser.accessible();
        browser.type("price", "free").press("Announce the run");
        browser.until("is not a price");
        browser.accessible();
        assertThat(browser.console()).isEmpty();
    }

    private static String code() {
        return server.bean(CourseStore.class)
                .versionsIn(server.acting("borgofiume", Role.REGISTRAR), CourseState.PUBLISHED)
                .getFirst()
                .code();
    }
}
