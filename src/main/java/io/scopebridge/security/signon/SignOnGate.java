package io.scopebridge.security.signon;

import io.scopebridge.web.Slots;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            failures.onFault(request, response, e);
        } finally {
            slots.giveBack(request.getRemoteAddr());
        }
    }
}
