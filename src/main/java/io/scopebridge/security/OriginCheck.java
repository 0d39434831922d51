package io.scopebridge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses cross-origin requests, also under DNS rebinding. */
class OriginCheck extends OncePerRequestFilter {

    private final List<Pattern> allowed;
    private final Problems problems;

    OriginCheck(List<String> origins, Problems problems) {
        this.allowed = origins.stream().map(OriginCheck::pattern).toList();
        this.problems = problems;
    }

    private static Pattern pattern(String origin) {
        return origin.endsWith(":*")
                ? Pattern.compile(Pattern.quote(origin.substring(0, origin.length() - 2)) + "(:\\d+)?", Pattern.CASE_INSENSITIVE)
                : Pattern.compile(Pattern.quote(origin), Pattern.CASE_INSENSITIVE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webhooks/") || request.getRequestURI().startsWith("/callbacks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (origin == null || allowed.stream().anyMatch(known -> known.matcher(origin).matches())) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.FORBIDDEN,
                    "The console is not configured for this URL. Add it to scopebridge.console.origins.");
        }
    }
}
