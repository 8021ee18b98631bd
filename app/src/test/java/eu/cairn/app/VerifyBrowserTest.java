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
import org.openqa.selenium.WebElement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verification without an account in a real browser, on a phone too. */
class VerifyBrowserTest {

    private static final TestServer SERVER = TestServer.shared();

    private static Browser browser;

    @BeforeAll
    static void start() {
        SERVER.signAll();
        browser = new Browser(SERVER);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void manyCredentialsAreVerifiedAndTheResultIsTakenAway(@TempDir Path folder)
            throws IOException {
        var code =
                SERVER.bean(JdbcClient.class)
                        .sql(
                                """
                                SELECT short_code FROM award
                                WHERE revoked_at IS NULL ORDER BY id LIMIT 1
                                """)
                        .query(String.class)
                        .single();
        var table = folder.resolve("links.csv");
        Files.writeString(
                table,
                "learner,link\nA,%s\nB,2222-2222-22\nC,https://badges.uni.edu/1\nD,%s\n"
                        .formatted(code, "x".repeat(200)));

        browser.nobody().open("/verify").accessible().follow("Many at once").accessible();
        browser.upload("file", table.toString()).press("Verify all");
        browser.until("1 of 4 credentials is genuine").accessible();

        assertThat(browser.text()).contains("line 2", "verification.link-not-followed");
        assertThat(browser.all("a[download]"))
                .hasSize(2)
                .allMatch(link -> String.valueOf(link.getDomAttribute("href")).startsWith("data:"));
        for (int width : new int[] {320, 390, 1280}) {
            assertThat(browser.width(width).scrollsSideways()).isFalse();
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theVerdictOnAFileIsReadAndTheCountryChosenOnItsPage(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("credential.json");
        Files.write(file, SERVER.inForce().signed());

        browser.nobody().open("/verify");
        browser.upload("file", file.toString());
        browser.all("form[method=post] button.btn").getFirst().click();
        browser.until("Take it with you").accessible();
        browser.driver().findElement(By.cssSelector("#reader option[value=IE]")).click();
        browser.press("Show");
        browser.until("In Ireland it corresponds to").accessible();

        assertThat(browser.all(".verdict h1, .verdict p").stream().limit(2))
                .extracting(WebElement::getText)
                .satisfiesExactly(
                        verdict -> assertThat(verdict).isEqualTo("Genuine"),
                        worth -> assertThat(worth).contains("ECTS", "h of learning", "EQF"));
        for (int width : new int[] {320, 390, 1280}) {
            assertThat(browser.width(width).scrollsSideways()).isFalse();
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aLinkThatIsNotFollowedIsExplainedAtTheForm() {
        browser.nobody().open("/verify?link=https://badges.uni.edu/1").accessible();

        assertThat(browser.text()).contains("Download the credential there");
        assertThat(browser.driver().findElement(By.id("code")).getDomProperty("value"))
                .isEqualTo("https://badges.uni.edu/1");
    }
}
