package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.interactions.Actions;

/** The workbench and the pages of frameworks in a real browser, by keyboard, wide and narrow. */
class DesignBrowserTest {

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
    void theFrameworksCanBeReadByEverybody() throws Exception {
        browser.nobody();
        for (var path :
                new String[] {
                    "/frameworks",
                    "/frameworks/ES",
                    "/frameworks/EE",
                    "/frameworks/DK",
                    "/frameworks/IT",
                    "/frameworks/eqf/7",
                    "/frameworks/eqf/1"
                }) {
            for (int width : new int[] {390, 320, 1280}) {
                browser.width(width).open(path);
                assertThat(browser.scrollsSideways()).as(path + " at " + width).isFalse();
                picture(path.replace('/', '-') + "-" + width);
            }
            browser.accessible();
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aDesignerAlignsLinksTranslatesAndAnswersByKeyboard() throws Exception {
        browser.width(1280).be(TestServer.DESIGNER).follow(COURSE);
        browser.until("Outcome 5 is assessed nowhere");

        space("[name='assess.5.1']");
        browser.untilGone("Outcome 5 is assessed nowhere");
        space("[name='assess.5.1']");
        browser.until("Outcome 5 is assessed nowhere");
        space("[name='assess.5.1']");
        browser.untilGone("Outcome 5 is assessed nowhere");

        press("add-language");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("titles-1-text");
        browser.driver().findElement(By.cssSelector("#titles-1-language option[value=it]")).click();
        browser.type("titles-1-text", "Valutare la qualità dei dati nei registri pubblici")
                .type("outcomes-1-translation-1", "valutare la qualità dei dati di un registro")
                .type("outcomes-1-find", "evaluate data");
        press("find-skills-1");
        browser.until("evaluate data, information and digital content").accessible();
        browser.driver()
                .findElement(By.cssSelector("button[value^='add-skill-1 ']"))
                .sendKeys(Keys.ENTER);
        browser.until("from outcome 1");

        browser.type("activities-1-hours", "-5");
        browser.until("is not a number of hours");
        browser.driver().navigate().refresh();
        assertThat(
                        browser.driver()
                                .findElement(By.id("activities-1-hours"))
                                .getDomProperty("value"))
                .isEqualTo("-5");
        assertThat(
                        browser.driver()
                                .findElement(By.id("outcomes-1-translation-1"))
                                .getDomProperty("value"))
                .isEqualTo("valutare la qualità dei dati di un registro");

        browser.type("answers-1", "It is meant so.");
        press("save");
        assertThat(browser.driver().findElement(By.id("answers-1")).getDomProperty("value"))
                .isEqualTo("It is meant so.");
        browser.accessible();
        for (int width : new int[] {390, 1280}) {
            browser.width(width);
            assertThat(browser.scrollsSideways()).as("at " + width).isFalse();
            picture("design-" + width);
        }
        assertThat(browser.console()).isEmpty();
    }

    /** Goes to a box and presses the space bar on it. */
    private static void space(String css) {
        var box = browser.driver().findElement(By.cssSelector(css));
        browser.driver().executeScript("arguments[0].focus()", box);
        new Actions(browser.driver()).sendKeys(Keys.SPACE).perform();
    }

    private static void press(String action) {
        browser.driver()
                .findElement(By.cssSelector("button[name=action][value='" + action + "']"))
                .sendKeys(Keys.ENTER);
    }

    private static void picture(String name) throws Exception {
        var height =
                ((Number)
                                browser.driver()
                                        .executeScript(
                                                "return document.documentElement.scrollHeight"))
                        .intValue();
        assertThat(height).isPositive();
        var folder = String.valueOf(System.getenv("CAIRN_PICTURES"));
        if (!folder.equals("null")) {
            Files.write(
                    Path.of(folder, name + ".png"),
                    browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }
}
