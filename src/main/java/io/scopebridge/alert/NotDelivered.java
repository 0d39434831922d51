package io.scopebridge.alert;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.time.Duration;

/** A target did not accept a message. */
class NotDelivered extends RuntimeException implements Classified {

    private final transient Failure failure;

    NotDelivered(FailureClass type, String cause, String remedy, Duration retryAfter) {
        super(cause);
        this.failure = new Failure(type, cause, remedy, null, retryAfter, null, null);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
