package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseState;
import io.scopebridge.database.DatabaseUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Responds 503 while the hub starts and stops, and while its database is away. Without its routes it would respond 404, which senders take
 * for "no such connection" and do not retry.
 */
class NotReady extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private final ApplicationAvailability availability;
    private final DatabaseState databaseState;
    private final ObjectMapper json;

    NotReady(ApplicationAvailability availability, DatabaseState databaseState, ObjectMapper json) {
        this.availability = availability;
        this.databaseState = databaseState;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC && !ApiErrors.isApi(request)) {
            refuse(response, "The hub is starting or stopping.");
        } else if (!databaseState.isAvailable()) {
            refuse(response, ApiErrors.NO_DATABASE);
        } else {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException e) {
                if (!DatabaseUnavailable.causes(e) || response.isCommitted()) throw e;
                LOG.warn("{} {} was not answered: {}", request.getMethod(), request.getRequestURI(), e.toString());
                response.reset();
                refuse(response, ApiErrors.NO_DATABASE);
            }
        }
    }

    private void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, ApiErrors.RETRY_AFTER);
        // The body is not read, so the connection cannot be reused.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ApiErrors.problem(HttpStatus.SERVICE_UNAVAILABLE, why + " Send it again in " + ApiErrors.RETRY_AFTER + " seconds.", List.of()));
    }
}
