package io.scopebridge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads all bodies but forms, which {@link FormLimit} has read. */
class BodyLimit extends OncePerRequestFilter {

    /** PostgreSQL stores no NUL. In JSON it is an escape that is not escaped itself. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+\\\\u0000");

    private final ToIntFunction<String> limits;
    private final BodyReader reader;

    /** @param limits bytes by path within the hub */
    BodyLimit(ToIntFunction<String> limits, BodyReader reader) {
        this.limits = limits;
        this.reader = reader;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!hasBody(request) || FormLimit.isForm(request)) {
            chain.doFilter(request, response);
        } else {
            byte[] body = reader.read(request, response, limits.applyAsInt(path));
            if (body != null && path.startsWith("/api/") && NUL.matcher(new String(body, StandardCharsets.ISO_8859_1)).find()) {
                reader.refuse(response, HttpStatus.BAD_REQUEST, "The body contains the character NUL. Remove it.");
            } else if (body != null) {
                chain.doFilter(new ReadRequest(request, body), response);
            }
        }
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
