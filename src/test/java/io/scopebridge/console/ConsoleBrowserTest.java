package io.scopebridge.console;

import static io.scopebridge.console.WebClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsBrowser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console as a person sees it. */
@ConsoleHub
@StartsBrowser
class ConsoleBrowserTest {

    private static Browser browser;

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
        browser = Browser.start(profile);
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void start() {
        browser.visit("http://127.0.0.1:" + port);
    }

    private void logIn() {
        browser.logIn("admin", PASSWORD);
        browser.menu("Overview");
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneOpensTheConsole() {
        browser.logIn("admin", "wrong-password");
        assertThat(browser.seen(By.cssSelector("[role=alert]")).getText()).isEqualTo("Invalid user name or password.");
        browser.picture("login-wrong-1280");
        logIn();
        assertThat(browser.driver().getTitle()).contains("ScopeBridge");
        assertThat(browser.seen(By.cssSelector("header")).getText()).contains("ScopeBridge", "admin");
        for (String hidden : List.of("Runtime", "Spring Boot", "Diagnostics")) {
            assertThat(browser.driver().findElements(By.xpath("//nav//a[normalize-space()='" + hidden + "']"))).as(hidden).isEmpty();
        }
        browser.picture("console");
    }

    @Test
    void theLoginFitsEveryWindowAndBothColourSchemes() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            for (int width : new int[] {1280, 1920, 500}) {
                browser.size(width);
                browser.driver().navigate().refresh();
                WebElement form = browser.seen(By.tagName("form"));
                assertThat(form.getRect().getX()).isNotNegative();
                assertThat((Boolean) browser.driver().executeScript("return document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
                browser.picture("login-" + scheme + "-" + width);
            }
        }
    }

    @Test
    void theCamelPageOpensWithTheListOfRoutesOrWithWhatWasSelectedLast() {
        logIn();
        browser.menu("Camel").click();
        browser.await().until(all -> !browser.driver().findElements(By.xpath("//main//table//*[normalize-space()='failing-flow']")).isEmpty());
        assertThat(browser.driver().findElements(By.cssSelector(".react-flow__node"))).as("no diagram of all routes").isEmpty();
        browser.picture("camel-routes");
        inTree("failing-flow").click();
        browser.await().until(all -> shows(camel.getRoute("failing-flow")));
        browser.menu("Overview").click();
        browser.sees("Status of all connections");
        browser.menu("Camel").click();
        browser.await().until(all -> shows(camel.getRoute("failing-flow")));

        inTree("routes").click();
        browser.await().until(all -> !browser.driver().findElements(By.xpath("//main//table//*[normalize-space()='failing-flow']")).isEmpty());
        assertThat(browser.driver().getCurrentUrl()).contains("/camel/routes");
        assertThat(browser.driver().findElements(By.cssSelector(".react-flow__node"))).as("no diagram of all routes").isEmpty();
        assertThat(browser.driver().findElements(By.xpath("//*[@id='camel-content']//nav//a[normalize-space()='Route Diagram']"))).noneMatch(WebElement::isDisplayed);
        browser.noScriptFailed();
    }

    @Test
    void stepsOfEveryKindAreDrawnAndWhatFailedIsBrowsed() {
        routes.send("direct:failing-flow", exchange -> {
            exchange.getMessage().setBody("The <company> & its \u00e9ditor are missing");
            exchange.setVariable("subject", "project:90001");
        });
        logIn();
        browser.menu("Camel").click();
        // What the diagram cannot draw is a kind of step: routes that have a step of each kind among them.
        List<Route> drawn = ofEveryKind();
        assertThat(drawn).extracting(Route::getId).contains("failing-flow");
        for (Route route : drawn) {
            inTree(route.getId()).click();
            tab("Route Diagram").click();
            browser.await().withMessage(route.getId() + " is drawn").until(all -> shows(route));
        }
        browser.picture("camel-" + drawn.get(drawn.size() - 1).getId());

        inTree("deadletter://log").click();
        tab("Browse").click();
        WebElement row = browser.seen(By.xpath("//table//*[contains(text(), 'log-')]"));
        browser.picture("browse");
        row.click();
        assertThat(browser.seen(By.xpath("//*[contains(text(), 'project:90001')]")).isDisplayed()).isTrue();
        browser.picture("browse-one");
        browser.noScriptFailed();
    }

    /** The route that failed, then each time the one with most kinds that no other has shown. */
    private List<Route> ofEveryKind() {
        Set<String> missing = camel.getRoutes().stream().flatMap(route -> kinds(route).stream()).collect(Collectors.toCollection(HashSet::new));
        List<Route> drawn = new ArrayList<>();
        for (Route next = camel.getRoute("failing-flow"); next != null; next = missing.isEmpty() ? null : mostOf(missing)) {
            drawn.add(next);
            missing.removeAll(kinds(next));
        }
        return drawn;
    }

    private Route mostOf(Set<String> missing) {
        return camel.getRoutes().stream().max(Comparator.comparing(route -> kinds(route).stream().filter(missing::contains).count())).orElseThrow();
    }

    private static Set<String> kinds(Route route) {
        return route.filter("*").stream().map(step -> step.getClass().getName()).collect(Collectors.toSet());
    }

    @Test
    void operationsThatWouldBeRefusedAreLocked() {
        browser.logIn("vera", PASSWORD);
        browser.menu("Camel").click();
        inTree("scopebridge").click();
        tab("Operations").click();
        assertThat(execute("sendBody(java.lang.String,java.lang.Object)").isEnabled()).isFalse();
        assertThat(execute("dumpRoutesAsXml()").isEnabled()).isTrue();
        browser.noScriptFailed();
    }

    private static WebElement execute(String operation) {
        WebElement details = browser.seen(By.xpath("//main//button[@aria-label='Details' and contains(@aria-labelledby, 'operation " + operation + " ')]"));
        browser.driver().executeScript("arguments[0].click()", details);
        return browser.seen(By.xpath("//main//li[.//button[contains(@aria-labelledby, 'operation " + operation + " ')]]//button[normalize-space()='Execute']"));
    }

    @Test
    void quartzAndLogsAreShownUntilOneLogsOut() {
        logIn();
        browser.menu("Quartz").click();
        inTree("DefaultQuartzScheduler-scopebridge").click();
        tab("Triggers").click();
        assertThat(browser.seen(By.xpath("//main//table")).getText()).contains("ticking");
        browser.picture("quartz");
        browser.menu("Logs").click();
        assertThat(browser.seen(By.xpath("//main//table")).getText()).containsAnyOf("INFO", "WARN");
        browser.picture("logs");
        browser.noScriptFailed();

        browser.driver().findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
        browser.seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
        assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
        browser.load("/");
        assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
    }

    @Test
    void aSessionThatHasEndedLeadsToTheLoginAndBackToWhereOneWas() {
        logIn();
        browser.load("/scopebridge/overview#connection=northwind");
        browser.sees("Status of all connections");
        browser.driver().manage().deleteCookieNamed("JSESSIONID");
        assertThat(browser.seen(By.cssSelector("[role=status]")).getText()).isEqualTo("Your session has ended. Log in again.");
        logIn();
        browser.await().until(back -> back.getCurrentUrl().endsWith("/scopebridge/overview#connection=northwind"));
    }

    @Test
    void theConsoleComesUpWithoutOurPagesAndSaysSo() {
        logIn();
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/console/pages.js*")));
        browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        try {
            browser.load("/");
            browser.menu("Camel");
            browser.sees("The pages of ScopeBridge could not be loaded");
            browser.picture("console-without-pages");
        } finally {
            browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }

    /** Some of the route's own steps, as far as they are in sight. */
    private static boolean shows(Route route) {
        List<String> ids = route.filter("*").stream().filter(IdAware.class::isInstance).map(step -> "(ID: " + ((IdAware) step).getId() + ")").toList();
        String drawn = (String) browser.driver().executeScript("return [...document.querySelectorAll('.react-flow__node')].map(node => node.innerText).join(' ')");
        return ids.stream().anyMatch(drawn::contains);
    }

    private static WebElement inTree(String name) {
        return browser.seen(By.xpath("//*[contains(@class, 'tree-view')]//*[normalize-space(text())='" + name + "']"));
    }

    private static WebElement tab(String name) {
        return browser.seen(By.xpath("//main//*[self::a or self::button][normalize-space()='" + name + "']"));
    }
}
