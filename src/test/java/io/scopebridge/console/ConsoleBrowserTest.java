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
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.spi.IdAware;
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

    @Autowired
    CamelContext camel;

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
        browser.manage().logs().get("browser");
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

    private static void scheme(String scheme) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void logIn(String user, String password) {
        seen(By.id("username")).sendKeys(user);
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.cssSelector("button[type=submit]")).click();
    }

    private void logIn() {
        logIn("admin", PASSWORD);
        soon().until(ExpectedConditions.urlContains("/actuator/hawtio"));
        page("Camel");
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneOpensTheConsole() {
        logIn("admin", "wrong-password");
        assertThat(seen(By.cssSelector("[role=alert]")).getText()).isEqualTo("The user or the password is wrong.");
        picture("login-wrong-1280");
        logIn();
        assertThat(browser.getTitle()).contains("ScopeBridge");
        assertThat(seen(By.cssSelector("header")).getText()).contains("ScopeBridge", "admin");
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
    void everyRouteIsDrawnAndAgainAfterItHasFailed() {
        routes.send("direct:failing-flow", exchange -> exchange.getMessage().setBody("Drawn afterwards"));
        logIn();
        soon().until(all -> browser.findElements(By.cssSelector(".react-flow__node")).size() >= 8);
        picture("camel-routes");
        for (Route route : camel.getRoutes()) {
            inTree(route.getId()).click();
            tab("Route Diagram").click();
            soon().withMessage(route.getId() + " is drawn").until(drawn -> shows(route));
        }
        picture("camel-" + camel.getRoutes().get(0).getId());
        noScriptFailed();
    }

    @Test
    void whatFailedIsBrowsed() {
        routes.send("direct:failing-flow", exchange -> {
            exchange.getMessage().setBody("The <company> & its \u00e9ditor are missing");
            exchange.setVariable("subject", "project:90001");
        });
        logIn();
        inTree("deadletter://log").click();
        tab("Browse").click();
        WebElement row = seen(By.xpath("//table//*[contains(text(), 'log-')]"));
        picture("browse");
        row.click();
        assertThat(seen(By.xpath("//*[contains(text(), 'project:90001')]")).isDisplayed()).isTrue();
        picture("browse-one");
        noScriptFailed();
    }

    @Test
    void operationsThatWouldBeRefusedAreLocked() {
        logIn("vera", PASSWORD);
        inTree("scopebridge").click();
        tab("Operations").click();
        assertThat(execute("sendBody(java.lang.String,java.lang.Object)").isEnabled()).isFalse();
        assertThat(execute("dumpRoutesAsXml()").isEnabled()).isTrue();
        noScriptFailed();
    }

    private static WebElement execute(String operation) {
        WebElement details = seen(By.xpath("//main//button[@aria-label='Details' and contains(@aria-labelledby, 'operation " + operation + " ')]"));
        browser.executeScript("arguments[0].click()", details);
        return seen(By.xpath("//main//li[.//button[contains(@aria-labelledby, 'operation " + operation + " ')]]//button[normalize-space()='Execute']"));
    }

    @Test
    void quartzAndLogsAreShown() {
        logIn();
        page("Quartz").click();
        inTree("DefaultQuartzScheduler-scopebridge").click();
        tab("Triggers").click();
        assertThat(seen(By.xpath("//main//table")).getText()).contains("ticking");
        picture("quartz");
        page("Logs").click();
        assertThat(seen(By.xpath("//main//table")).getText()).contains("INFO");
        picture("logs");
        noScriptFailed();
    }

    @Test
    void loggingOutLeadsToTheLoginAndTheConsoleIsShut() {
        logIn();
        browser.findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
        seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
        assertThat(seen(By.id("password")).isDisplayed()).isTrue();
        browser.get(url("/actuator/hawtio/"));
        assertThat(seen(By.id("password")).isDisplayed()).isTrue();
    }

    @Test
    void aSessionThatHasEndedLeadsToTheLogin() {
        logIn();
        browser.manage().deleteCookieNamed("JSESSIONID");
        assertThat(seen(By.cssSelector("[role=status]")).getText()).isEqualTo("Your session has ended. Log in again.");
        logIn();
    }

    private static WebElement page(String name) {
        return seen(By.xpath("//nav//a[normalize-space()='" + name + "']"));
    }

    /** Some of the route's own steps, as far as they are in sight. */
    private static boolean shows(Route route) {
        List<String> ids = route.filter("*").stream().filter(IdAware.class::isInstance).map(step -> "(ID: " + ((IdAware) step).getId() + ")").toList();
        String drawn = (String) browser.executeScript("return [...document.querySelectorAll('.react-flow__node')].map(node => node.innerText).join(' ')");
        return ids.stream().anyMatch(drawn::contains);
    }

    private static WebElement inTree(String name) {
        return seen(By.xpath("//*[contains(@class, 'tree-view')]//*[normalize-space(text())='" + name + "']"));
    }

    private static WebElement tab(String name) {
        return seen(By.xpath("//main//*[self::a or self::button][normalize-space()='" + name + "']"));
    }

    private static void noScriptFailed() {
        assertThat(browser.manage().logs().get("browser").getAll()).extracting(Object::toString)
                .filteredOn(line -> line.contains("Uncaught")).isEmpty();
    }
}
