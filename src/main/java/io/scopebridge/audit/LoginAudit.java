package io.scopebridge.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logins by the form, logouts, and refused logins, also of programs. A program that sends its password with each request has no login. */
@Component
class LoginAudit {

    private static final Logger LOG = LoggerFactory.getLogger(LoginAudit.class);

    private final AuditTrail trail;
    private final RefusedLogins refused;

    LoginAudit(AuditTrail trail, RefusedLogins refused) {
        this.trail = trail;
        this.refused = refused;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        add(event.getAuthentication(), "login", AuditEntry.Outcome.DONE);
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        add(event.getAuthentication(), "logout", AuditEntry.Outcome.DONE);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        Object details = event.getAuthentication().getDetails();
        refused.count(details instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "", Who.name(event.getAuthentication()));
    }

    private void add(Authentication user, String action, AuditEntry.Outcome outcome) {
        try {
            trail.add(new AuditEntry(0, null, Who.name(user), Who.role(user), action, null, null, null, outcome, null, null));
        } catch (RuntimeException e) {
            LOG.error("{} of {} could not be recorded", action, Who.name(user), e);
        }
    }
}
