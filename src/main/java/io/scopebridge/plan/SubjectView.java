package io.scopebridge.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of a subject.
 *
 * @param carriedAt when its plan was last begun with, or null
 * @param link      to what was made, in the pages of the system; or null
 * @param counts    steps of each state; those without are left out
 * @param warnings  of the plan as a whole
 */
public record SubjectView(Instant carriedAt, String link, Map<StepView, Integer> counts, List<StepDetail> steps, List<Warning> warnings) {
}
