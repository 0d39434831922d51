package io.scopebridge.security;

import io.scopebridge.security.session.Login;
import io.scopebridge.user.ConsoleUsers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Redirects to the requested page after the login. */
class ReturnToPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache wanted;
    private final KnownBrowsers browsers;
    private final ConsoleUsers users;

    ReturnToPage(String otherwise, RequestCache wanted, KnownBrowsers browsers, ConsoleUsers users) {
        this.wanted = wanted;
        this.browsers = browsers;
        this.users = users;
        setDefaultTargetUrl(otherwise);
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user) throws ServletException, IOException {
        if (user.getPrincipal() instanceof Login login) users.loggedIn(login.user());
        browsers.remember(user.getName(), request, response);
        // It stays in the request, which the redirect is taken from.
        wanted.removeRequest(request, response);
        super.onAuthenticationSuccess(request, response, user);
    }
}
