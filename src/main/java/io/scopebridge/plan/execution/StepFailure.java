package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;

/** A step that was left REJECTED or UNKNOWN. */
public record StepFailure(String step, String title, Failure failure) {
}
