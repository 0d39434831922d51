package io.scopebridge.web;

import io.scopebridge.database.DatabaseUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of the API is a problem document with {@code errors: [{field, message}]}. */
@RestControllerAdvice
public class ApiErrors extends ResponseEntityExceptionHandler {

    /** Of the API, the webhooks and the callbacks while the database is away. */
    public static final String NO_DATABASE = "The database of the hub is not available, so nothing was stored.";
    public static final String RETRY_AFTER = "10";

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidInput e) {
        return problem(HttpStatus.BAD_REQUEST, e.errors().size() == 1 ? "One field needs attention." : e.errors().size() + " fields need attention.", e.errors());
    }

    /** Reveals no internals; the log has the details under the same id. A started download is aborted, so that it does not look complete. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException || response.isCommitted()) throw e;
        response.reset();
        if (DatabaseUnavailable.causes(e)) {
            LOG.warn("A request was not answered: {}", e.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            return problem(HttpStatus.SERVICE_UNAVAILABLE, NO_DATABASE + " Send it again in " + RETRY_AFTER + " seconds.", List.of());
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", id, e);
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "An unexpected error occurred. The hub's log has the details under " + id + ".", List.of());
        problem.setProperty("id", id);
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(e instanceof MethodArgumentTypeMismatchException wrong)) return super.handleTypeMismatch(e, headers, status, request);
        Class<?> type = wrong.getRequiredType();
        String wanted = type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type)) && type != boolean.class ? "must be a whole number" : "has an invalid value";
        return handleExceptionInternal(e, problem(HttpStatus.BAD_REQUEST, "One field needs attention.", List.of(new FieldError(wrong.getName(), wanted))), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
                                                                  HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, UnreadableBody.problem(e), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && (problem.getProperties() == null || !problem.getProperties().containsKey("errors"))) {
            problem.setProperty("errors", List.of());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    public static ProblemDetail problem(HttpStatus status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
