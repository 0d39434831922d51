package io.scopebridge.callback;

import org.springframework.http.HttpStatus;

/** A callback is not accepted; nothing was stored. */
public class CallbackRefused extends RuntimeException {

    private final transient HttpStatus status;

    CallbackRefused(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The sender is asked to send it again. */
    static CallbackRefused later(String detail) {
        return new CallbackRefused(HttpStatus.TOO_MANY_REQUESTS, detail);
    }
}
