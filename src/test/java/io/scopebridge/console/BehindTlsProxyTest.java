package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.TlsFront.Kind;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.hub.TestHub;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/** The console through the proxies of the manual, in a browser. */
@StartsBrowser
class BehindTlsProxyTest {

    @TempDir
    Path folder;

    /** One hub and one browser for all proxies: their starts cost more than the visits. */
    @Test
    void thePagesAndJmxWorkOverHttps() throws Exception {
        Map<Kind, TlsFront> fronts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) fronts.put(kind, TlsFront.of(kind, Path.of("target/tls-front", kind.name().toLowerCase(Locale.ROOT)).toAbsolutePath()));
        try (Browser browser = Browser.start(folder.resolve("profile"));
             TestHub hub = new TestHub(folder.resolve("hub")).with("scopebridge.console.origins", fronts.values().stream().map(TlsFront::url).collect(Collectors.joining(",")))
                 .with("spring.jmx.enabled", true).with("camel.main.jmx-enabled", true).start()) {
            for (TlsFront front : fronts.values()) {
                front.start(URI.create(hub.url()).getPort());
                visit(browser, front);
            }
        } finally {
            fronts.values().forEach(TlsFront::close);
        }
    }

    private static void visit(Browser browser, TlsFront front) {
        browser.visit(front.url());
        browser.driver().get(front.url() + "/actuator/hawtio/scopebridge/log");
        assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(front.url() + "/login");

        browser.logIn("admin", TestHub.PASSWORD);
        browser.menu("Overview");
        assertThat(browser.driver().getCurrentUrl()).as("back to what was asked for").startsWith(front.url() + "/actuator/hawtio/scopebridge/log");
        assertThat(browser.driver().manage().getCookies()).extracting(Cookie::getName).contains("JSESSIONID", "XSRF-TOKEN");
        assertThat(browser.driver().manage().getCookies()).allMatch(Cookie::isSecure);

        // Its table is the response to an operation of an MBean.
        browser.menu("Logs").click();
        browser.await().until(there -> browser.seen(By.xpath("//main//table")).getText().contains("WARN"));
        browser.driver().findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
        browser.seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
        assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
        assertThat(browser.driver().getCurrentUrl()).startsWith(front.url() + "/login");
        browser.noScriptFailed();
    }
}
