package io.scopebridge.connection;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;

/** There is no connection with this id. */
public class UnknownConnection extends RuntimeException implements Classified {

    public UnknownConnection(String id) {
        super("There is no connection '" + id + "'. GET /api/connections lists them.");
    }

    @Override
    public Failure failure() {
        return Failure.of(FailureClass.CONFIGURATION, getMessage(), "Create the connection again, or ignore this entry if it was deleted on purpose.");
    }
}
