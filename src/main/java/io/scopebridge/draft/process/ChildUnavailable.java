package io.scopebridge.draft.process;

/** A child cannot be started. The log says why. */
public class ChildUnavailable extends RuntimeException {

    ChildUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
