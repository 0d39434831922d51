package io.scopebridge.draft;

import io.scopebridge.web.ApiErrors;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** As many drafts are running as are allowed at a time. */
class TooManyDrafts extends ErrorResponseException {

    TooManyDrafts() {
        super(HttpStatus.TOO_MANY_REQUESTS, ApiErrors.problem(HttpStatus.TOO_MANY_REQUESTS, "Other drafts are running. Try again in a few seconds.", List.of()), null);
    }
}
