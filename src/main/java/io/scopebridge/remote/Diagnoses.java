package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import java.util.Optional;

/** Tells what an answer of a system means. */
@FunctionalInterface
public interface Diagnoses {

    /** What is wrong with the answer; empty when it is a good one. */
    Optional<Failure> of(Connection connection, String system, Call call, Answer answer);
}
