package io.scopebridge.plan.preview;

import java.util.List;

/**
 * A step before it is carried out.
 *
 * @param parent   key of the step that it is below, or null
 * @param reason   why, in a sentence, where it is not plain; or null
 * @param remoteId or null
 * @param warnings what cannot be carried over as it is
 */
public record StepPreview(String key, String title, String parent, PlannedAction what, String reason, String remoteId, List<String> warnings) {
}
