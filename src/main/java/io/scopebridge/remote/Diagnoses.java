package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import java.util.Optional;

/** Says what is wrong with an answer. */
@FunctionalInterface
public interface Diagnoses {

    /** Empty when the answer is a good one. */
    Optional<Failure> of(Connection connection, String system, Call call, Answer answer);
}
