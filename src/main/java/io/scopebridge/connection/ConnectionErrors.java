package io.scopebridge.connection;

import io.scopebridge.secret.UnreadableSecret;
import io.scopebridge.web.ApiErrors;
import io.scopebridge.web.FieldError;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The errors of a connection, for all controllers. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConnectionErrors {

    @ExceptionHandler
    ProblemDetail unknown(UnknownConnection e) {
        return ApiErrors.problem(HttpStatus.NOT_FOUND, e.getMessage(), List.of());
    }

    @ExceptionHandler({DisabledConnection.class, UnreadableSecret.class})
    ProblemDetail unusable(RuntimeException e) {
        return ApiErrors.problem(HttpStatus.CONFLICT, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail off(FeatureOff e) {
        return ApiErrors.problem(HttpStatus.CONFLICT, e.getMessage() + " " + e.remedy(), List.of());
    }

    @ExceptionHandler
    ProblemDetail refused(ActionRefused e) {
        return ApiErrors.problem(e.switchedOff() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail exists(ConnectionExists e) {
        return ApiErrors.problem(HttpStatus.CONFLICT, e.getMessage(), List.of(new FieldError("id", "is already used; choose another")));
    }
}
