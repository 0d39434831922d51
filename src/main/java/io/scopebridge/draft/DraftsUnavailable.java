package io.scopebridge.draft;

import io.scopebridge.web.ApiErrors;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The process that drafts run in cannot be started. */
class DraftsUnavailable extends ErrorResponseException {

    DraftsUnavailable(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, ApiErrors.problem(HttpStatus.SERVICE_UNAVAILABLE,
            "Drafts cannot run: " + cause.getMessage() + ". Everything else works. The log file of the hub says why; try again in a minute.", List.of()), cause);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
    }
}
