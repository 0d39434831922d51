package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Responds 413 as soon as a body is known to be too large; never reads or holds more than the limit. */
class BodyLimit extends OncePerRequestFilter {

    private final ToIntFunction<String> limits;
    private final ObjectMapper json;

    /** @param limits bytes by path within the hub */
    BodyLimit(ToIntFunction<String> limits, ObjectMapper json) {
        this.limits = limits;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        int bytes = limits.applyAsInt(path);
        boolean form = !path.startsWith("/actuator/") && isForm(request);
        long announced = request.getContentLengthLong();
        if (announced > bytes || announced < 0 && form) {
            refuse(response, bytes);
        } else if (announced == 0 || form) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(bytes + 1);
            if (body.length > bytes) refuse(response, bytes);
            else chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    /** The container reads it itself, when parameters are accessed: no more than is announced. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && (type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }

    private void refuse(HttpServletResponse response, int bytes) throws IOException {
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // The rest of the body is not read, so the connection cannot be reused.
        response.setHeader("Connection", "close");
        json.writeValue(response.getOutputStream(), ApiErrors.problem(HttpStatus.PAYLOAD_TOO_LARGE,
            "The body is larger than " + bytes / 1024 + " kB.", List.of()));
    }
}
