package io.scopebridge.draft;

import io.scopebridge.web.ApiErrors;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no such file, or no such version of it. */
class UnknownMapping extends ErrorResponseException {

    UnknownMapping(String what) {
        super(HttpStatus.NOT_FOUND, ApiErrors.problem(HttpStatus.NOT_FOUND, "There is no " + what + ". GET /api/mappings lists the files.", List.of()), null);
    }
}
