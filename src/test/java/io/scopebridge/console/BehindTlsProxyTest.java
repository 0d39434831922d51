package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.TlsFront.Kind;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.signon.PracticeProvider;
import java.io.IOException;
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
             PracticeProvider provider = new PracticeProvider();
             TestHub hub = new TestHub(folder.resolve("hub")).with("scopebridge.console.sign-on.issuer", provider.issuer()).with("scopebridge.console.sign-on.client-id", PracticeProvider.CLIENT)
                 .with("scopebridge.console.sign-on.client-secret", PracticeProvider.SECRET).with("scopebridge.console.sign-on.title", "Contoso").with("scopebridge.console.sign-on.operators", "psa-team")
                 .with("scopebridge.console.origins", fronts.values().stream().map(TlsFront::url).collect(Collectors.joining(",")))
                 .with("spring.jmx.enabled", true).with("camel.main.jmx-enabled", true).start()) {
            for (TlsFront front : fronts.values()) {
                front.start(URI.create(hub.url()).getPort());
                visit(browser, front);
                provider.person(Map.of("preferred_username", "petra@contoso.example", "roles", "psa-team"));
                signOn(browser, front);
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

        // Its table is the response to an operation of an MBean, which the first hub of the JVM has registered: its lines may be of any level.
        browser.menu("Logs").click();
        browser.await().until(there -> browser.seen(By.xpath("//main//table")).getText().matches("(?s).*(INFO|WARN).*"));
        browser.driver().findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
        browser.seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
        assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
        assertThat(browser.driver().getCurrentUrl()).startsWith(front.url() + "/login");
        browser.noScriptFailed();
    }

    /** The provider is another site: the browser sends no cookie that is Strict with its redirect. */
    private static void signOn(Browser browser, TlsFront front) throws IOException {
        browser.visit(front.url());
        browser.driver().get(front.url() + "/actuator/hawtio/scopebridge/account");
        browser.picture("sign-on-light");
        browser.scheme("dark");
        browser.picture("sign-on-dark");
        browser.seen(By.linkText("Sign in with Contoso")).click();
        browser.await().until(there -> browser.seen(By.tagName("main")).getText().contains("You signed on at a provider"));
        assertThat(browser.driver().getCurrentUrl()).as("back to what was asked for").startsWith(front.url() + "/actuator/hawtio/scopebridge/account");
        assertThat(browser.seen(By.tagName("main")).getText()).contains("petra@contoso.example").containsIgnoringCase("operator");
        assertThat(browser.driver().findElements(By.cssSelector("main input[type=password]"))).isEmpty();
        browser.picture("sign-on-account-dark");
        assertThat(browser.driver().manage().getCookies()).allMatch(Cookie::isSecure);
        browser.menu("Logs").click();
        browser.await().until(there -> browser.seen(By.xpath("//main//table")).getText().matches("(?s).*(INFO|WARN).*"));
        browser.driver().findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
        browser.seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
        assertThat(browser.seen(By.linkText("Sign out of Contoso")).isDisplayed()).isTrue();
        assertThat(browser.driver().getCurrentUrl()).startsWith(front.url() + "/login");
        browser.noScriptFailed();
    }
}
