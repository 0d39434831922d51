package io.scopebridge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests to the console and the API under a name that is not the hub's, such as that of a page that has moved its own name to the
 * address of the hub. Addresses, and names that nobody can register, are not such names. Webhooks and callbacks are signed; probes have any
 * name. Both names count: a proxy may send that of its upstream in Host, and the browser's in X-Forwarded-Host, which a page can send as well.
 */
class HostCheck extends OncePerRequestFilter {

    private static final Pattern NEVER_PUBLIC = Pattern.compile("[a-z0-9_-]+|.+\\.(localhost|local|internal|svc)|[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*(%.*)?]?");

    private static final Pattern HOST_OF_URL = Pattern.compile("[a-z]+://([^/:?#]+)");

    private final Set<String> known = new TreeSet<>();
    private final boolean any;
    private final Problems problems;

    HostCheck(ConsoleSettings settings, String publicUrl, Problems problems) {
        this.problems = problems;
        any = settings.hosts().contains("*");
        settings.hosts().forEach(host -> known.add(host.strip().toLowerCase(Locale.ROOT)));
        settings.origins().forEach(this::add);
        add(settings.url());
        add(publicUrl);
    }

    private void add(String url) {
        Matcher host = HOST_OF_URL.matcher(url.strip().toLowerCase(Locale.ROOT));
        if (host.lookingAt()) known.add(host.group(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return any || path.startsWith("/webhooks/") || path.startsWith("/callbacks/") || path.startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (isOurs(request.getServerName()) && (host == null || isOurs(host.replaceFirst(":\\d*$", "")))) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.BAD_REQUEST,
                "The hub is not configured for this host name. Add it to scopebridge.console.hosts, or the URL of the console to scopebridge.console.origins.");
        }
    }

    private boolean isOurs(String name) {
        String host = name.toLowerCase(Locale.ROOT).replaceFirst("(?<=[a-z])\\.$", "");
        return known.contains(host) || NEVER_PUBLIC.matcher(host).matches();
    }
}
