package io.scopebridge.security;

import io.hawt.web.auth.RolePrincipal;
import io.hawt.web.auth.UserPrincipal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Provides Hawtio with the session's user and role. */
public class SessionLoginModule implements LoginModule {

    private Subject subject;
    private Authentication user;

    @Override
    public void initialize(Subject hawtioSubject, CallbackHandler callbacks, Map<String, ?> shared, Map<String, ?> options) {
        subject = hawtioSubject;
    }

    @Override
    public boolean login() throws LoginException {
        user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !user.isAuthenticated() || user instanceof AnonymousAuthenticationToken) {
            throw new FailedLoginException("Not logged in");
        }
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().add(new UserPrincipal(user.getName()));
        user.getAuthorities().forEach(role -> subject.getPrincipals().add(new RolePrincipal(role.getAuthority().replaceFirst("^ROLE_", ""))));
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().clear();
        return true;
    }
}
