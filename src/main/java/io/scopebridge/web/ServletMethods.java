package io.scopebridge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Servlets of others answer PATCH with 501, as if the hub were at fault. */
@Component
class ServletMethods extends OncePerRequestFilter {

    private static final Set<String> ALLOWED = Set.of("GET", "HEAD", "POST", "OPTIONS");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !(path.startsWith("/actuator/jolokia") || path.startsWith("/actuator/hawtio")) || ALLOWED.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS");
        response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
    }
}
