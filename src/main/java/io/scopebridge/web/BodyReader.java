package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reads a body within a limit of size and of time. A sender that trickles holds a thread: it gets one for a while only, an address only
 * some of them, and all senders together half of them. A body that has arrived with its headers waits for nobody.
 */
class BodyReader {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private final Slots slots;
    private final ObjectMapper json;
    private final LongSupplier nanoTime;

    BodyReader(Slots slots, ObjectMapper json, LongSupplier nanoTime) {
        this.slots = slots;
        this.json = json;
        this.nanoTime = nanoTime;
    }

    /** Null if it was refused; the response says why. */
    byte[] read(HttpServletRequest request, HttpServletResponse response, int bytes) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > bytes) return tooLarge(response, bytes);
        InputStream from = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (body.size() < announced && from.available() > 0) body.write(part, 0, Math.max(0, from.read(part)));
        if (body.size() == announced) return body.toByteArray();
        String address = String.valueOf(request.getRemoteAddr());
        if (!slots.take(address)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(LONGEST.toSeconds()));
            return refuse(response, HttpStatus.TOO_MANY_REQUESTS, "Too many requests have not sent their body yet. Send it together with the headers, or later.");
        }
        try {
            return rest(from, body, part, response, bytes);
        } finally {
            slots.giveBack(address);
        }
    }

    private byte[] rest(InputStream from, ByteArrayOutputStream body, byte[] part, HttpServletResponse response, int bytes) throws IOException {
        long end = nanoTime.getAsLong() + LONGEST.toNanos();
        for (int count = from.read(part); count >= 0; count = from.read(part)) {
            body.write(part, 0, count);
            if (body.size() > bytes) return tooLarge(response, bytes);
            if (nanoTime.getAsLong() - end > 0) {
                return refuse(response, HttpStatus.REQUEST_TIMEOUT, "The body did not arrive within " + LONGEST.toSeconds() + " seconds.");
            }
        }
        return body.toByteArray();
    }

    byte[] tooLarge(HttpServletResponse response, int bytes) throws IOException {
        return refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + bytes / 1024 + " kB.");
    }

    /** @return null */
    byte[] refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // The rest of the body is not read, so the connection cannot be reused.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        json.writeValue(response.getOutputStream(), ApiErrors.problem(status, why, List.of()));
        return null;
    }
}
