package io.scopebridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Authentication errors as problem documents. A 401 deliberately names no scheme: a browser that is offered Basic stores the password
 * and sends it with cross-site requests.
 */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        if (reason instanceof TooManyLogins wait) {
            response.setHeader("Retry-After", String.valueOf(wait.seconds()));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, wait.getMessage());
        } else if (reason instanceof TooManyChecks busy) {
            response.setHeader("Retry-After", "2");
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
        } else {
            write(request, response, HttpStatus.UNAUTHORIZED, request.getHeader("Authorization") == null
                    ? "Log in at /login, or send user and password with HTTP Basic." : "Invalid user name or password.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, reason instanceof CsrfException
                ? "The header X-XSRF-TOKEN must have the value of the cookie XSRF-TOKEN."
                : "Your role does not permit this.");
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(java.net.URI.create(request.getRequestURI().replaceAll("[^A-Za-z0-9/._~%-]", "_")));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
