package io.scopebridge.plan.lookup;

import java.util.List;

/**
 * What a look-up found of a step.
 *
 * @param remoteIds matching objects that no other step holds
 * @param written   whether the object already has the content that the step would write
 * @param doubtful  ids of objects that came after the step was sent and that nothing of the plan explains; only when nothing fits
 * @param shown     for people
 */
public record Findings(List<String> remoteIds, boolean written, List<String> doubtful, String shown) {

    /** Of what is below something that is not there yet. */
    public static final Findings NONE = new Findings(List.of(), false, List.of(), null);

    public boolean absent() {
        return remoteIds.isEmpty();
    }

    public boolean unique() {
        return remoteIds.size() == 1;
    }
}
