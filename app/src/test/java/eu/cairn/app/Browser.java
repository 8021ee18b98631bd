package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser on a test's server; closing it checks that its console stayed empty. */
final class Browser implements AutoCloseable {

    private final String base;
    private final ChromeDriver driver;

    Browser(TestServer server) {
        this.base = server.base();
        this.driver = new ChromeDriver(service(), options());
        driver.manage()
                .timeouts()
                .pageLoadTimeout(Duration.ofSeconds(60))
                .implicitlyWait(Duration.ofSeconds(10));
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(program("CAIRN_CHROMEDRIVER", "chromedriver"))
                .build();
    }

    private static ChromeOptions options() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(program("CAIRN_CHROMIUM", "chromium"));
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile());
        return options;
    }

    private static String profile() {
        try {
            return Files.createTempDirectory("cairn-browser").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File program(String variable, String name) {
        return Optional.ofNullable(System.getenv(variable))
                .map(File::new)
                .filter(File::canExecute)
                .or(() -> Optional.of(new File("/usr/bin/" + name)).filter(File::canExecute))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        name
                                                + " was not found: install it, or set "
                                                + variable
                                                + " to where it lies"));
    }

    /** Signs out, and in as one of the demo's people; what is opened next is opened by them. */
    Browser be(String email) {
        driver.manage().deleteAllCookies();
        open("/sign-in");
        driver.findElement(By.cssSelector("form:has(input[value='" + email + "']) button")).click();
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(d -> !address().startsWith(base + "/sign-in"));
        return this;
    }

    Browser nobody() {
        driver.manage().deleteAllCookies();
        return this;
    }

    Browser open(String pathOrUrl) {
        driver.get(pathOrUrl.startsWith("http") ? pathOrUrl : base + pathOrUrl);
        return this;
    }

    /** Follows the first link that says {@code words}. */
    Browser follow(String words) {
        driver.findElement(By.partialLinkText(words)).click();
        return this;
    }

    /** Types into the field of this id, in place of what stood there. */
    Browser type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Ticks a box, or chooses a radio button, that is not chosen yet. */
    Browser tick(String css) {
        var box = driver.findElement(By.cssSelector(css));
        if (!box.isSelected()) {
            box.click();
        }
        return this;
    }

    Browser press(String buttonWords) {
        driver.findElement(
                        By.xpath("//button[contains(normalize-space(.), '" + buttonWords + "')]"))
                .click();
        return this;
    }

    /** Gives a file to an upload field. */
    Browser upload(String id, String path) {
        driver.findElement(By.id(id)).sendKeys(path);
        return this;
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What a person reads on the page; one that is just being left is read again. */
    String text() {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(WebDriverException.class)
                .until(d -> d.findElement(By.tagName("body")).getText());
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Waits until the page says something; while it is being left, nothing can be read of it. */
    Browser until(String words) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(WebDriverException.class)
                .until(d -> d.findElement(By.tagName("body")).getText().contains(words));
        return this;
    }

    Browser width(int pixels) {
        driver.manage().window().setSize(new org.openqa.selenium.Dimension(pixels, 900));
        return this;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Whether the page can be scrolled sideways, which no page should. */
    boolean scrollsSideways() {
        var overhang =
                driver.executeScript(
                        "return document.documentElement.scrollWidth - window.innerWidth");
        return overhang instanceof Number pixels && pixels.intValue() > 0;
    }

    /** What stands on the page when it is printed on A4 paper. */
    String printed() {
        var options = new PrintOptions();
        options.setPageSize(new PageSize(29.7, 21));
        try (var document =
                Loader.loadPDF(Base64.getDecoder().decode(driver.print(options).getContent()))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if the page is not accessible by the rules of WCAG 2.0 to 2.2, A and AA. */
    Browser accessible() {
        var found =
                new AxeBuilder()
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21a",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze(driver)
                        .getViolations();
        assertThat(found.stream().map(Rule::toString).toList()).as(address()).isEmpty();
        return this;
    }

    /**
     * What stands in the console besides refused forms (422), which are shown again; nothing
     * should.
     */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(entry -> !entry.contains("the server responded with a status of 422"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
