package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import java.util.Optional;

/** Diagnoses a response. */
@FunctionalInterface
public interface Diagnoses {

    /** Empty if the response is successful. */
    Optional<Failure> of(Connection connection, String system, Call call, Answer answer);
}
