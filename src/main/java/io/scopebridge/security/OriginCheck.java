package io.scopebridge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses cross-origin requests, also under DNS rebinding. */
class OriginCheck extends OncePerRequestFilter {

    private static final Pattern ORIGIN_OF_URL = Pattern.compile("https?://[^/?#]+");

    private final List<Pattern> allowed;
    private final Problems problems;

    /** Also the address that links lead to. */
    OriginCheck(ConsoleSettings settings, Problems problems) {
        Matcher url = ORIGIN_OF_URL.matcher(settings.url().strip());
        Stream<String> linked = url.lookingAt() ? Stream.of(url.group()) : Stream.empty();
        this.allowed = Stream.concat(settings.origins().stream(), linked).map(OriginCheck::pattern).toList();
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
