package io.scopebridge.mapping;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;

/** A mapping file is missing or wrong, or could not map what it was given. Always of class BUG; the cause names the mapping and the place. */
public class MappingFailed extends RemoteFailure {

    private static final String REMEDY = "Correct the mapping file %s.ds, or what it was given, and replay. A saved correction is picked up within a second.";

    MappingFailed(String mapping, String what, Throwable reason) {
        super(Failure.of(FailureClass.BUG, "Mapping " + mapping + ": " + what, REMEDY.formatted(mapping)), reason);
    }
}
