package io.scopebridge.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpHost;

/**
 * An HTTP proxy for outgoing calls.
 *
 * @param host     with the scheme for connecting to the proxy
 * @param username null if it requires none
 */
record EgressProxy(HttpHost host, String username, String password) {

    /**
     * @param url  such as {@code http://user:password@proxy.example.com:3128} or {@code proxy.example.com:3128}
     * @param the setting or variable that contains it, for the message
     * @throws IllegalArgumentException if it is not the URL of an HTTP proxy
     */
    static EgressProxy parse(String url, String from) {
        URI uri = uri(url, from);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !"http".equalsIgnoreCase(uri.getScheme())) throw refused(from, "is a " + uri.getScheme() + " proxy; only HTTP proxies are supported, so it must begin with http:// or https://");
        boolean more = uri.getRawPath().length() > 1 || uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (uri.getHost() == null || uri.getPort() > 65535 || more) throw refused(from, "is not a proxy; write it like http://proxy.example.com:3128");
        HttpHost host = new HttpHost(secure ? "https" : "http", uri.getHost().replaceAll("^\\[|]$", ""), uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80);
        if (uri.getRawUserInfo() == null) return new EgressProxy(host, null, null);
        String[] user = uri.getRawUserInfo().split(":", 2);
        return new EgressProxy(host, decoded(user[0]), user.length == 1 ? "" : decoded(user[1]));
    }

    EgressProxy as(String user, String itsPassword) {
        return user == null || user.isBlank() ? this : new EgressProxy(host, user, itsPassword == null ? "" : itsPassword);
    }

    private static URI uri(String url, String from) {
        try {
            return new URI(url.contains("://") ? url : "http://" + url);
        } catch (URISyntaxException e) {
            // The message of the exception would repeat a password.
            throw refused(from, "is not a URL; write it like http://proxy.example.com:3128, and other characters of user and password as %40");
        }
    }

    private static IllegalArgumentException refused(String from, String why) {
        return new IllegalArgumentException(from + " " + why + ".");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host.toHostString();
    }
}
