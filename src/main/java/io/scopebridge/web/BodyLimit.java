package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads bodies within a limit of size and of time. A sender that trickles holds a thread: it gets one for a while only, and an address
 * only some of them.
 */
class BodyLimit extends OncePerRequestFilter {

    static final int MOST_READING_OF_ONE_ADDRESS = 40;
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final ToIntFunction<String> limits;
    private final ObjectMapper json;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Integer> reading = new ConcurrentHashMap<>();

    /** @param limits bytes by path within the hub */
    BodyLimit(ToIntFunction<String> limits, ObjectMapper json, LongSupplier nanoTime) {
        this.limits = limits;
        this.json = json;
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        int bytes = limits.applyAsInt(path);
        boolean form = !path.startsWith("/actuator/") && isForm(request);
        long announced = request.getContentLengthLong();
        if (announced > bytes || announced < 0 && form) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + bytes / 1024 + " kB.");
        } else if (announced == 0 || form) {
            chain.doFilter(request, response);
        } else {
            byte[] body = body(request, response, bytes);
            if (body != null) chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    /** The container reads it itself, when parameters are accessed: no more than is announced. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/");
    }

    /** Null if it was refused. */
    private byte[] body(HttpServletRequest request, HttpServletResponse response, int bytes) throws IOException {
        String address = String.valueOf(request.getRemoteAddr());
        try {
            if (reading.merge(address, 1, Integer::sum) > MOST_READING_OF_ONE_ADDRESS) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(LONGEST.toSeconds()));
                refuse(response, HttpStatus.TOO_MANY_REQUESTS, "More than " + MOST_READING_OF_ONE_ADDRESS + " requests of this address have not sent their body yet.");
                return null;
            }
            return read(request.getInputStream(), response, bytes);
        } finally {
            reading.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    private byte[] read(InputStream from, HttpServletResponse response, int bytes) throws IOException {
        long end = nanoTime.getAsLong() + LONGEST.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int count = from.read(part); count >= 0; count = from.read(part)) {
            body.write(part, 0, count);
            if (body.size() > bytes) {
                refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + bytes / 1024 + " kB.");
                return null;
            }
            if (nanoTime.getAsLong() - end > 0) {
                refuse(response, HttpStatus.REQUEST_TIMEOUT, "The body did not arrive within " + LONGEST.toSeconds() + " seconds.");
                return null;
            }
        }
        return body.toByteArray();
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // The rest of the body is not read, so the connection cannot be reused.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        json.writeValue(response.getOutputStream(), ApiErrors.problem(status, why, List.of()));
    }
}
