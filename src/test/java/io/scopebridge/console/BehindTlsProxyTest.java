package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.TlsFront.Kind;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.hub.TestHub;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/** The console through the proxies of the manual, in a browser. */
@StartsBrowser
class BehindTlsProxyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void thePagesAndJmxWorkOverHttps(Kind kind) throws Exception {
        try (TlsFront front = TlsFront.of(kind, Path.of("target/tls-front", kind.name().toLowerCase(Locale.ROOT)).toAbsolutePath());
             Browser browser = Browser.start(folder.resolve("profile"));
             TestHub hub = new TestHub(folder.resolve("hub")).with("scopebridge.console.origins", front.url())
                 .with("spring.jmx.enabled", true).with("camel.main.jmx-enabled", true).start()) {
            front.start(URI.create(hub.url()).getPort());

            browser.visit(front.url());
            browser.driver().get(front.url() + "/actuator/hawtio/scopebridge/log");
            assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(front.url() + "/login");

            browser.logIn("admin", TestHub.PASSWORD);
            browser.menu("Overview");
            assertThat(browser.driver().getCurrentUrl()).as("back to what was asked for").startsWith(front.url() + "/actuator/hawtio/scopebridge/log");
            assertThat(browser.driver().manage().getCookies()).extracting(Cookie::getName).contains("JSESSIONID", "XSRF-TOKEN");
            assertThat(browser.driver().manage().getCookies()).allMatch(Cookie::isSecure);

            browser.menu("Camel").click();
            browser.seen(By.xpath("//*[contains(@class, 'tree-view')]//*[normalize-space(text())='http-call']"));
            browser.driver().findElement(By.id("hawtio-header-user-dropdown-toggle")).click();
            browser.seen(By.xpath("//*[@role='menuitem' and contains(., 'Log out')]")).click();
            assertThat(browser.seen(By.id("password")).isDisplayed()).isTrue();
            assertThat(browser.driver().getCurrentUrl()).startsWith(front.url() + "/login");
            browser.noScriptFailed();
        }
    }
}
