package io.scopebridge.replay;

import io.scopebridge.log.UnknownLogEntry;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of replays, and of retries that end in one. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReplayErrors {

    @ExceptionHandler({UnknownReplay.class, UnknownLogEntry.class})
    ProblemDetail unknown(RuntimeException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(ReplayRefused e) {
        return problem(HttpStatus.CONFLICT, e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", List.of());
        return problem;
    }
}
