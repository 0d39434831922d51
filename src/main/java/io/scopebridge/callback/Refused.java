package io.scopebridge.callback;

import org.springframework.http.HttpStatus;

/** A callback is not accepted; nothing was stored. */
class Refused extends RuntimeException {

    private final transient HttpStatus status;

    Refused(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
