package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An edited request body of a step.
 *
 * @param step key of the step
 * @param body replaces the body of its {@code call}, with the references of the plan
 */
public record StepEdit(String step, JsonNode body) {
}
