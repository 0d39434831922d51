package io.scopebridge.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where a login comes from. */
class LoginDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final String browser;

    LoginDetails(HttpServletRequest request) {
        super(request);
        Cookie cookie = WebUtils.getCookie(request, KnownBrowsers.COOKIE);
        browser = cookie == null ? null : cookie.getValue();
    }

    /** The cookie of a browser that has logged in before, as sent; null if there is none. */
    String browser() {
        return browser;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof LoginDetails that && Objects.equals(browser, that.browser);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {super.hashCode(), browser});
    }
}
