package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of frameworks in a real browser, wide and narrow. */
class FrameworksBrowserTest {

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
    void theFrameworksCanBeReadByEverybody() {
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
            }
            browser.accessible();
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void anAuthorityRegistersATypeAndReadsWhatIsWrongWithIt() {
        browser.be(TestServer.NATIONAL_AUTHORITY);
        for (int width : new int[] {390, 320, 1280}) {
            browser.width(width).open("/national-types");
            assertThat(browser.scrollsSideways()).as("at " + width).isFalse();
        }
        browser.accessible().press("Register").until("Not registered").accessible();
        assertThat(browser.console()).isEmpty();
    }
}
