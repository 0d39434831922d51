package io.scopebridge.console;

import static io.scopebridge.console.WebClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console as a person sees it. */
@ConsoleHub
class ConsoleBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static ChromeDriver browser;

    @TempDir
    static Path profile;
    @LocalServerPort
    int port;
    @Autowired
    ProducerTemplate routes;

    @BeforeAll
    static void open() {
        File chromium = new File(System.getProperty("scopebridge.chromium", "/usr/bin/chromium"));
        File driver = new File(System.getProperty("scopebridge.chromedriver", "/usr/bin/chromedriver"));
        boolean there = chromium.canExecute() && driver.canExecute();
        if (!Boolean.getBoolean("scopebridge.no-skips")) {
            assumeTrue(there, "There is no Chromium at " + chromium + " or no driver at " + driver);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile);
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver).usingAnyFreePort().build(), options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() {
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get(url("/login"));
        browser.manage().deleteAllCookies();
        scheme("light");
        browser.get(url("/login"));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static WebDriverWait soon() {
        return new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    private static WebElement seen(By what) {
        return soon().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    private static By text(String text) {
        return By.xpath("//*[not(self::script) and contains(normalize-space(text()), '" + text + "')]");
    }

    private static void scheme(String scheme) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("features", List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void logIn(String password) {
        seen(By.id("username")).sendKeys("admin");
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.cssSelector("button[type=submit]")).click();
    }

    private void logIn() {
        logIn(PASSWORD);
        soon().until(ExpectedConditions.urlContains("/actuator/hawtio"));
        seen(text("Camel"));
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneOpensTheConsole() {
        logIn("wrong-password");
        assertThat(seen(By.cssSelector("[role=alert]")).getText()).isEqualTo("The user or the password is wrong.");
        picture("login-wrong-1280");
        logIn();
        assertThat(browser.getTitle()).contains("ScopeBridge");
        assertThat(seen(text("ScopeBridge")).isDisplayed()).isTrue();
        for (String hidden : List.of("Runtime", "Spring Boot", "Diagnostics")) {
            assertThat(browser.findElements(By.xpath("//nav//a[normalize-space()='" + hidden + "']"))).as(hidden).isEmpty();
        }
        picture("console");
    }

    @Test
    void theLoginFitsEveryWindowAndBothColourSchemes() {
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            for (int width : new int[] {1280, 1920, 500}) {
                browser.manage().window().setSize(new Dimension(width, 900));
                browser.get(url("/login"));
                WebElement form = seen(By.tagName("form"));
                assertThat(form.getRect().getX()).isNotNegative();
                assertThat((Boolean) browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
                picture("login-" + scheme + "-" + width);
            }
        }
    }

    @Test
    void everyRouteIsDrawn() {
        logIn();
        for (String route : List.of("ticking", "failing-flow", "queued")) {
            browser.get(url("/actuator/hawtio/camel"));
            picture("camel-" + route);
        }
        picture("camel");
    }
}
