package io.scopebridge.security.signon;

import io.scopebridge.web.Slots;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Strangers decide how many sign-ons there are, and each can wait for the provider: only some may hold a thread. Whatever the provider says
 * that nobody has thought of is a failed sign-on.
 */
class SignOnGate extends OncePerRequestFilter {

    private final Slots slots = new Slots(10, 20);
    private final SignOnFailures failures;

    SignOnGate(SignOnFailures failures) {
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/oauth2/authorization/") && !path.startsWith("/login/oauth2/code/") && !path.equals(SignOutController.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!slots.take(request.getRemoteAddr())) {
            response.sendRedirect("/login?sign-on=busy");
            return;
        }
        try {
            chain.doFilter(new AsRequested(request), response);
        } catch (RuntimeException e) {
            failures.onFault(request, response, e);
        } finally {
            slots.giveBack(request.getRemoteAddr());
        }
    }

    /** With the port that the browser named, which the provider leads back to: behind a proxy that ends TLS, the container takes it for 443. */
    private static class AsRequested extends HttpServletRequestWrapper {

        private static final Pattern WITH_PORT = Pattern.compile("(.+):(\\d{1,5})");

        AsRequested(HttpServletRequest request) {
            super(request);
        }

        @Override
        public int getServerPort() {
            Matcher host = WITH_PORT.matcher(String.valueOf(getHeader(HttpHeaders.HOST)));
            return getHeader("X-Forwarded-Port") == null && host.matches() && host.group(1).equalsIgnoreCase(getServerName()) ? Integer.parseInt(host.group(2)) : super.getServerPort();
        }
    }
}
