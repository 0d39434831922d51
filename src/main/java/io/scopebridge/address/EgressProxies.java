package io.scopebridge.address;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The proxy for an outgoing call: that of the setting, else of the JVM's properties, else of the environment. */
@Component
class EgressProxies {

    private static final String NONE = "none";
    private static final List<String> SCHEMES = List.of("https", "http");

    private final EgressProxy configured;
    private final boolean never;
    private final NoProxy configuredDirect;
    private final Map<String, EgressProxy> ofEnvironment;
    private final NoProxy environmentDirect;

    @Autowired
    EgressProxies(ProxySettings settings) {
        this(settings, System.getenv());
    }

    /** @throws IllegalArgumentException if the configured proxy cannot be used: calls must not silently bypass it */
    EgressProxies(ProxySettings settings, Map<String, String> environment) {
        String url = settings.url().strip();
        never = url.equalsIgnoreCase(NONE);
        configured = url.isEmpty() || never ? null : EgressProxy.parse(url, "scopebridge.proxy.url").as(settings.username(), settings.password());
        configuredDirect = NoProxy.parse(String.join(",", settings.noProxy()));
        boolean asked = configured == null && !never;
        ofEnvironment = asked ? Map.copyOf(ofEnvironment(environment)) : Map.of();
        environmentDirect = NoProxy.parse(variable(environment, "no_proxy").orElse(""));
    }

    /** Empty when the call goes directly to the host. */
    Optional<EgressProxy> of(HttpHost target) {
        String scheme = target.getSchemeName();
        int port = target.getPort() > 0 ? target.getPort() : scheme.equals("https") ? 443 : 80;
        if (never) return Optional.empty();
        if (configured != null) return configuredDirect.covers(target.getHostName(), port) ? Optional.empty() : Optional.of(configured);
        Optional<EgressProxy> ofJvm = ofJvm(scheme);
        if (ofJvm.isPresent()) return ofJvm.filter(proxy -> !isDirectForJvm(scheme, target.getHostName(), port));
        return environmentDirect.covers(target.getHostName(), port) ? Optional.empty() : Optional.ofNullable(ofEnvironment.get(scheme));
    }

    /** Whether there is a proxy at this host; it may be on a private network. */
    boolean isProxy(String host) {
        return all().anyMatch(proxy -> proxy.host().getHostName().equalsIgnoreCase(host));
    }

    Optional<EgressProxy> at(String host, int port) {
        return all().filter(proxy -> proxy.host().getHostName().equalsIgnoreCase(host) && proxy.host().getPort() == port).findFirst();
    }

    private Stream<EgressProxy> all() {
        Stream<EgressProxy> ofJvm = never || configured != null ? Stream.empty() : SCHEMES.stream().flatMap(scheme -> ofJvm(scheme).stream());
        return Stream.of(Stream.ofNullable(configured), ofJvm, ofEnvironment.values().stream()).flatMap(some -> some);
    }

    private static Optional<EgressProxy> ofJvm(String scheme) {
        String host = System.getProperty(scheme + ".proxyHost", "").strip();
        if (host.isEmpty()) return Optional.empty();
        int port = Integer.getInteger(scheme + ".proxyPort", scheme.equals("https") ? 443 : 80);
        return Optional.of(new EgressProxy(new HttpHost("http", host, port), null, null)
            .as(System.getProperty(scheme + ".proxyUser"), System.getProperty(scheme + ".proxyPassword")));
    }

    /** By Java's own rules, with http.nonProxyHosts. */
    private static boolean isDirectForJvm(String scheme, String host, int port) {
        URI uri = URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        return ProxySelector.getDefault().select(uri).stream().noneMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
    }

    private static Map<String, EgressProxy> ofEnvironment(Map<String, String> environment) {
        Map<String, EgressProxy> proxies = new HashMap<>();
        for (String scheme : SCHEMES) {
            String name = scheme + "_proxy";
            variable(environment, name).ifPresent(url -> proxies.put(scheme, EgressProxy.parse(url, "The environment variable " + name.toUpperCase(Locale.ROOT))));
        }
        return proxies;
    }

    /** In lower case, or else in upper case. */
    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(environment::get).filter(value -> value != null && !value.isBlank()).map(String::strip).findFirst();
    }
}
