package io.scopebridge.draft;

import io.scopebridge.web.ApiErrors;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Somebody else changed what is in use. */
class ChangedMeanwhile extends ErrorResponseException {

    ChangedMeanwhile(String file) {
        super(HttpStatus.CONFLICT, ApiErrors.problem(HttpStatus.CONFLICT, file + " was changed meanwhile. Load it again, and repeat your change.", List.of()), null);
    }
}
