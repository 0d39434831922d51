package io.scopebridge.security.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions for everything but webhooks and callbacks, which have none: a cookie that is sent along is not looked up. */
class SessionFilter implements Filter {

    private final SessionRepositoryFilter<ConsoleSession> sessions;

    SessionFilter(ConsoleSessions sessions, CookieSerializer cookies) {
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookies);
        this.sessions = new SessionRepositoryFilter<>(sessions);
        this.sessions.setHttpSessionIdResolver(resolver);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && hasNone(http.getRequestURI())) chain.doFilter(request, response);
        else sessions.doFilter(request, response, chain);
    }

    private static boolean hasNone(String path) {
        return path.startsWith("/webhooks/") || path.startsWith("/callbacks/");
    }
}
