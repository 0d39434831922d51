package io.scopebridge.address;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs of remote systems as users enter them. */
public class BaseUrls {

    /** Scheme and authority, and what follows. */
    private static final Pattern PARTS = Pattern.compile("([^:/?#]+://[^/?#]*)(.*)");

    private BaseUrls() {
    }

    /**
     * Adds a missing https:// and removes slashes at the end. A field with {@code x-cut-path} loses what people paste along, from where the path
     * matches; one with {@code x-host-rewrite} gets its host rewritten, as when the address of a web interface was typed for that of the API.
     */
    public static String normal(String typed, JsonNode field) {
        String url = withoutPage(typed.contains("://") ? typed : "https://" + typed, field).replaceFirst("/+$", "");
        JsonNode rewrite = field.path("x-host-rewrite");
        String host = host(url);
        if (rewrite.isMissingNode() || host == null) return url;
        String becomes = host.toLowerCase(Locale.ROOT).replaceFirst(rewrite.path("pattern").asText(), rewrite.path("replacement").asText());
        return becomes.equalsIgnoreCase(host) ? url : url.replaceFirst(Pattern.quote(host), becomes);
    }

    private static String withoutPage(String url, JsonNode field) {
        Matcher parts = PARTS.matcher(url);
        if (!field.has("x-cut-path") || !parts.matches()) return url;
        Matcher page = Pattern.compile(field.path("x-cut-path").asText(), Pattern.CASE_INSENSITIVE).matcher(parts.group(2));
        return page.find() ? parts.group(1) + parts.group(2).substring(0, page.start()) : url;
    }

    /** What is wrong with the path of an address in a field with {@code x-host-only}, or empty. */
    public static Optional<String> pathRefusal(String url, JsonNode field) {
        Matcher parts = PARTS.matcher(url);
        return field.path("x-host-only").asBoolean() && parts.matches() && parts.group(2).startsWith("/")
            ? Optional.of("must be a host without a path; remove " + parts.group(2)) : Optional.empty();
    }

    /** The host of a URL without the brackets of IPv6, or null. */
    public static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? null : host.replaceAll("^\\[|]$", "");
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The error of a URL under the settings group network, or empty. A host that cannot be resolved at the moment passes: calls check it again. */
    public static Optional<String> refusal(String url, JsonNode settings) {
        if (url.contains("{{") || url.contains("${")) return Optional.of("must not contain placeholders such as {{ }} or ${ }; enter the full URL");
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL; use the form https://example.com");
        }
        if (uri.getRawUserInfo() != null || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            return Optional.of("must not contain a user or password; credentials have their own fields");
        }
        if (uri.getRawFragment() != null || uri.getRawQuery() != null) return Optional.of("must not contain ? or #");
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) return Optional.of("must start with https://");
        if (uri.getHost() == null || uri.getPort() > 65535) return Optional.of("is not a URL; use the form https://example.com");
        if ("http".equalsIgnoreCase(uri.getScheme()) && !settings.at("/network/allowPlainHttp").asBoolean()) {
            return Optional.of("must start with https://, unless plain HTTP is allowed under Network (network.allowPlainHttp); credentials are then sent unencrypted");
        }
        return hostRefusal(host(url), settings);
    }

    private static Optional<String> hostRefusal(String host, JsonNode settings) {
        if (PrivateAddresses.isOddlySpelled(host)) return Optional.of("must contain a host name, or an IPv4 address as four decimal numbers");
        if (settings.at("/network/allowPrivateAddresses").asBoolean()) return Optional.empty();
        PrivateHostList allowed = PrivateHostList.of(settings);
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(address -> PrivateAddresses.isPrivate(address) && !allowed.covers(host, address))
                ? Optional.of("points to a private network; if this is intended, add the host or its network to network.privateHosts")
                : Optional.empty();
        } catch (UnknownHostException notNow) {
            return Optional.empty();
        }
    }
}
