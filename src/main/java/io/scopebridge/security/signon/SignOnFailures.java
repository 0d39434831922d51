package io.scopebridge.security.signon;

import io.scopebridge.address.CertificateRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Leads to the login page, which says why, and counts as a refused login in the audit trail. */
@Component
class SignOnFailures implements AuthenticationFailureHandler {

    /** In the audit trail, where the provider named nobody. */
    static final String NOBODY = "(sign-on)";
    private static final Logger LOG = LoggerFactory.getLogger(SignOnFailures.class);

    private final ApplicationEventPublisher events;

    SignOnFailures(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        String name = e instanceof RefusedSignOn refused && refused.name() != null ? refused.name() : NOBODY;
        UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken.unauthenticated(name, null);
        asked.setDetails(new WebAuthenticationDetails(request));
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(asked, e));
        response.sendRedirect("/login?sign-on=" + reason(e));
    }

    void onFault(HttpServletRequest request, HttpServletResponse response, RuntimeException e) throws IOException {
        if (response.isCommitted()) throw e;
        onAuthenticationFailure(request, response, new AuthenticationException(String.valueOf(e.getMessage()), e) {
        });
    }

    private static String reason(AuthenticationException e) {
        if (e instanceof RefusedSignOn refused) return refused.getError().getErrorCode();
        boolean away = e.getCause() instanceof ProviderAway || e.getCause() != null && e.getCause().getCause() instanceof ProviderAway;
        // Texts of the provider, and of whoever calls the address in its name.
        LOG.warn("A sign-on failed: {}; {}", oneLine(e.getMessage()), oneLine(cause(e)));
        return away ? "away" : "failed";
    }

    private static String cause(Throwable e) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (one instanceof CertificateRefused refused) return refused.failure().cause() + " " + refused.failure().remedy();
        }
        return NestedExceptionUtils.getMostSpecificCause(e).toString();
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("\\p{IsControl}+", " ");
        return line.substring(0, Math.min(500, line.length()));
    }
}
