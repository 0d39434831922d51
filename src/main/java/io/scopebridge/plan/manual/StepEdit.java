package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a person wants a step to send.
 *
 * @param step key of the step
 * @param body in place of the body of its {@code call}, with references as the plan has them
 */
public record StepEdit(String step, JsonNode body) {
}
