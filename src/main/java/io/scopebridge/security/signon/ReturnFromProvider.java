package io.scopebridge.security.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.HtmlUtils;

/**
 * After a sign-on, leads to the requested page by a page of the hub: browsers would not send the session's cookie, which is Strict, with a
 * redirect that began at the provider.
 */
class ReturnFromProvider implements AuthenticationSuccessHandler {

    private final String otherwise;
    private final RequestCache wanted;

    ReturnFromProvider(String otherwise, RequestCache wanted) {
        this.otherwise = otherwise;
        this.wanted = wanted;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user) throws IOException {
        SavedRequest page = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        String address = HtmlUtils.htmlEscape(page == null ? otherwise : page.getRedirectUrl());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getWriter().write("<!doctype html><html lang=\"en\"><title>ScopeBridge</title><meta http-equiv=\"refresh\" content=\"0;url=" + address + "\"><a href=\"" + address + "\">Continue</a></html>");
    }
}
