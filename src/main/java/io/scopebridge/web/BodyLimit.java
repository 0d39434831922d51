package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Responds 413 as soon as a body is known to be too large; never reads or holds more than the limit. */
class BodyLimit extends OncePerRequestFilter {

    private final int bytes;
    private final ObjectMapper json;

    BodyLimit(int bytes, ObjectMapper json) {
        this.bytes = bytes;
        this.json = json;
    }

    /** The container limits forms itself, and reads them when parameters are accessed. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getContentLengthLong() > bytes) {
            refuse(response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(bytes + 1);
        if (body.length > bytes) refuse(response);
        else chain.doFilter(new ReadRequest(request, body), response);
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // The rest of the body is not read, so the connection cannot be reused.
        response.setHeader("Connection", "close");
        json.writeValue(response.getOutputStream(), ApiErrors.problem(HttpStatus.PAYLOAD_TOO_LARGE,
            "The body is larger than " + bytes / 1024 + " kB.", List.of()));
    }
}
