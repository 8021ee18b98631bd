package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Importing, the formats of a course, its register and admissions, in a real browser. */
class CourseImportBrowserTest {

    private static TestServer server;
    private static Browser browser;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        browser = new Browser(server);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void aTableIsImportedByKeyboardAtAnyWidth() throws IOException {
        var file = folder.resolve("courses.csv");
        Files.writeString(
                file,
                """
                code,title,ects,language,learning outcomes,price
                BRW-1,Reading maps,5,en,interpret a map of a region,100
                BRW-2,,3,en,,
                """);
        browser.be(TestServer.DESIGNER).open("/courses");
        browser.follow("Import courses");
        looked("/courses/import");
        browser.upload("file", file.toString());
        browser.press("Look at it").until("Begin 2 drafts");
        var address = browser.address();
        looked(address);
        assertThat(browser.text()).contains("Reading maps", "No title stated", "Begin 2 drafts");

        var price = browser.driver().findElement(By.id("column-5"));
        price.sendKeys("Further");
        browser.driver().findElement(By.cssSelector("button[value=map]")).sendKeys(Keys.ENTER);
        browser.until("Reading maps");
        assertThat(browser.text()).doesNotContain("it was left out");
        browser.driver().findElement(By.cssSelector("button[value=confirm]")).sendKeys(Keys.ENTER);
        browser.until("2 drafts were begun");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatOthersTakeAlongCanBeReadByEverybody() {
        browser.nobody();
        var course =
                "/catalogue/borgofiume/CLIMA-5/" + TestCourse.published(server, "CLIMA-5").number();
        looked(course + "/formats");
        looked("/registers/borgofiume");
        browser.be(TestServer.LEARNER);
        looked("/course-applications");
        looked("/course-applications/new?course=" + course.substring("/catalogue/".length()));
        browser.type("statement", "A degree in geography");
        browser.press("Send the application");
        looked(browser.address());
        browser.be(TestServer.REGISTRAR);
        looked("/admissions");
        assertThat(browser.console()).isEmpty();
    }

    private static void looked(String path) {
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width).open(path);
            assertThat(browser.scrollsSideways()).as(path + " at " + width).isFalse();
        }
        browser.accessible();
    }
}
