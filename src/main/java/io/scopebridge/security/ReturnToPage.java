package io.scopebridge.security;

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

    ReturnToPage(String otherwise, RequestCache wanted, KnownBrowsers browsers) {
        this.wanted = wanted;
        this.browsers = browsers;
        setDefaultTargetUrl(otherwise);
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user) throws ServletException, IOException {
        browsers.remember(user.getName(), request, response);
        // It stays in the request, which the redirect is taken from.
        wanted.removeRequest(request, response);
        super.onAuthenticationSuccess(request, response, user);
    }
}
