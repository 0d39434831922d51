package io.scopebridge.security;

import java.net.URI;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Redirects to the requested page after the login. The URL has no scheme and host: behind a proxy only the browser knows them. */
class ReturnToPage extends SavedRequestAwareAuthenticationSuccessHandler {

    ReturnToPage(String otherwise, RequestCache wanted) {
        setDefaultTargetUrl(otherwise);
        setRequestCache(wanted);
        setRedirectStrategy((request, response, url) -> {
            URI page = URI.create(url);
            response.sendRedirect(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        });
    }
}
