package io.scopebridge.draft;

import io.scopebridge.web.ApiErrors;
import io.scopebridge.web.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A draft took too long or too much memory, or its process ended. */
class DraftStopped extends ErrorResponseException {

    DraftStopped(String reason) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, ApiErrors.problem(HttpStatus.UNPROCESSABLE_ENTITY, "The draft was stopped: " + reason + ".",
            List.of(new FieldError("text", "was stopped: " + reason))), null);
    }
}
