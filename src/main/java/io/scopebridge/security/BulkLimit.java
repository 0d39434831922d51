package io.scopebridge.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Jolokia executes every request of a bulk request and holds all responses at once: only so many may come together. */
class BulkLimit extends OncePerRequestFilter {

    static final int MOST = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().contains("/jolokia");
    }

    /** After the limit of the body, which has read it: it can be read again from its beginning. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        InputStream body = request.getInputStream();
        if (body.markSupported()) {
            body.mark(Integer.MAX_VALUE);
            boolean tooMany = entries(body) > MOST;
            body.reset();
            if (tooMany) {
                response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value(), "A bulk request has at most " + MOST + " requests.");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** 0 if it is not an array; what is not JSON is for Jolokia to refuse. */
    private static int entries(InputStream body) {
        try (JsonParser parser = JSON.createParser(body).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) return 0;
            int entries = 0;
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY && entries <= MOST; token = parser.nextToken()) {
                entries++;
                parser.skipChildren();
            }
            return entries;
        } catch (IOException notJson) {
            return 0;
        }
    }
}
