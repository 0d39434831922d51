package io.scopebridge.plan.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.plan.manual.ManualResolutions;
import java.util.List;

/**
 * One step with all that the hub holds of it but its calls.
 *
 * @param parent   key of the step that it is below, or null
 * @param link     to its record in the pages of the system, or null
 * @param warnings what could not be carried over as it is
 * @param settled  what a person decided about it last, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepDetail(@JsonUnwrapped StepStatus status, String parent, String link, List<String> warnings, ManualResolutions.Settlement settled) {
}
