package io.scopebridge.secret;

/** The hub cannot start with the configured key; the message says what to do. */
public class UnusableKey extends RuntimeException {

    public UnusableKey(String message) {
        super(message);
    }

    UnusableKey(String message, Throwable reason) {
        super(message, reason);
    }
}
