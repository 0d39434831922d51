package io.scopebridge.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/** The page of the console or of the manual that the login leads back to, in a cookie: a session for each page that a stranger asks for would fill the memory. */
class WantedPage implements RequestCache {

    private static final String COOKIE = "wanted-page";
    private static final int LONGEST = 2_000;

    private final RequestMatcher pages;
    private final List<String> roots;

    /** @param roots the beginnings of the paths of all pages */
    WantedPage(RequestMatcher pages, List<String> roots) {
        this.pages = pages;
        this.roots = roots;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (pages.matches(request) && page.length() <= LONGEST) {
            set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8)), Duration.ofHours(1));
        }
    }

    /** Null if there is none, or if it is no page of the console. */
    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        try {
            String page = cookie == null ? "" : new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return roots.stream().anyMatch(page::startsWith) && page.chars().allMatch(c -> c > ' ' && c < 127) ? new SimpleSavedRequest(page) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** Only pages are kept, which the browser asks for again. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/login").httpOnly(true).secure(request.isSecure()).sameSite("Lax")
            .maxAge(age).build().toString());
    }
}
