package io.scopebridge.webhook;

import io.scopebridge.web.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A webhook is not accepted; nothing was stored. */
class Refused extends RuntimeException {

    private final transient HttpStatus status;
    private final transient List<FieldError> errors;

    Refused(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    Refused(HttpStatus status, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = errors;
    }

    HttpStatus status() {
        return status;
    }

    List<FieldError> errors() {
        return errors;
    }
}
