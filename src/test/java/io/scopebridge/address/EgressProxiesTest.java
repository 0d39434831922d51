package io.scopebridge.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class EgressProxiesTest {

    private static final HttpHost HTTPS = new HttpHost("https", "api.example.com", -1);
    private static final HttpHost HTTP = new HttpHost("http", "api.example.com", 8080);

    private final Map<String, String> properties = new HashMap<>();

    @AfterEach
    void asBefore() {
        properties.forEach((name, was) -> {
            if (was == null) System.clearProperty(name);
            else System.setProperty(name, was);
        });
    }

    @Test
    void theEnvironmentNamesAProxyForEachSchemeInEitherCase() {
        EgressProxies proxies = of("", Map.of("https_proxy", "http://lower:3128", "HTTPS_PROXY", "http://upper:3128", "HTTP_PROXY", "plain:8888", "NO_PROXY", "direct.example.com"));

        assertThat(proxies.of(HTTPS)).map(EgressProxy::toString).hasValue("lower:3128");
        assertThat(proxies.of(HTTP)).map(EgressProxy::toString).hasValue("plain:8888");
        assertThat(proxies.of(new HttpHost("https", "direct.example.com", 443))).isEmpty();
        assertThat(of("", Map.of("HTTP_PROXY", "plain:8888")).of(HTTPS)).as("https has a variable of its own").isEmpty();
        assertThat(of("", Map.of("HTTPS_PROXY", " ", "no_proxy", "*")).of(HTTPS)).isEmpty();
    }

    @Test
    void theJvmsPropertiesWinOverTheEnvironmentAndKeepTheirOwnExceptions() {
        set("https.proxyHost", "jvm");
        set("https.proxyPort", "3129");
        set("http.nonProxyHosts", "*.internal.example.com|localhost");
        set("https.proxyUser", "hub");
        set("https.proxyPassword", "p");
        EgressProxies proxies = of("", Map.of("HTTPS_PROXY", "http://environment:3128", "HTTP_PROXY", "http://environment:3128"));

        assertThat(proxies.of(HTTPS)).hasValueSatisfying(proxy -> {
            assertThat(proxy).hasToString("jvm:3129");
            assertThat(proxy.username()).isEqualTo("hub");
        });
        assertThat(proxies.of(new HttpHost("https", "cw.internal.example.com", 443))).isEmpty();
        assertThat(proxies.of(HTTP)).map(EgressProxy::toString).hasValue("environment:3128");
        assertThat(proxies.isProxy("jvm")).isTrue();
    }

    @Test
    void theSettingWinsOverBoth() {
        set("https.proxyHost", "jvm");
        EgressProxies proxies = new EgressProxies(new ProxySettings("http://setting:3128", "hub", "p:@ss", List.of("10.0.0.0/8", "cw.local")), Map.of("HTTPS_PROXY", "http://environment:3128"));

        assertThat(proxies.of(HTTPS)).map(EgressProxy::toString).hasValue("setting:3128");
        assertThat(proxies.of(HTTP)).map(EgressProxy::toString).hasValue("setting:3128");
        assertThat(proxies.at("setting", 3128)).hasValueSatisfying(proxy -> assertThat(proxy.password()).isEqualTo("p:@ss"));
        assertThat(proxies.of(new HttpHost("https", "10.1.2.3", 443))).isEmpty();
        assertThat(proxies.isProxy("environment")).as("only what is used may be private").isFalse();
        assertThat(of("none", Map.of("HTTPS_PROXY", "http://environment:3128")).of(HTTPS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://u%40corp:p%3Aw%2B+@proxy.example.com:3128/, proxy.example.com:3128, u@corp, p:w++", "proxy.example.com, proxy.example.com:80,,", "https://proxy.example.com, proxy.example.com:443,,",
        "http://[fd00::1]:3128, [fd00::1]:3128,,", "HTTP://user@proxy:1, proxy:1, user, ''"})
    void aProxyIsAUrl(String url, String host, String user, String password) {
        EgressProxy proxy = EgressProxy.parse(url, "x");

        assertThat(proxy).hasToString(host);
        assertThat(proxy.username()).isEqualTo(user);
        assertThat(proxy.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({"socks5://user:geheim@proxy:1080, socks5", "http://user:ge heim@proxy:3128, not a URL", "http://, not", "http://proxy:3128/path, not a proxy", "http://proxy:99999, not", "http://pro_xy^:1, not"})
    void whatIsNoneIsRefusedByItsNameAndWithoutItsPassword(String url, String why) {
        assertThatThrownBy(() -> of("", Map.of("HTTPS_PROXY", url))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContainingAll("HTTPS_PROXY", why).message().doesNotContain("heim");
        assertThatThrownBy(() -> of(url, Map.of())).hasMessageContaining("scopebridge.proxy.url");
    }

    private static EgressProxies of(String url, Map<String, String> environment) {
        return new EgressProxies(new ProxySettings(url, "", "", List.of()), environment);
    }

    private void set(String name, String value) {
        properties.put(name, System.getProperty(name));
        System.setProperty(name, value);
    }
}
