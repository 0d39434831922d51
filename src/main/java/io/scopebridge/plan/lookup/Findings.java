package io.scopebridge.plan.lookup;

import java.util.List;

/**
 * The result of a lookup.
 *
 * @param remoteIds matching objects that no other step holds
 * @param written   whether the object already has the content that the step would write
 * @param doubtful  ids of objects that were created after the step was sent and that no step of the plan explains, and rows that match but have no id; only if nothing matches
 * @param shown     for people
 */
public record Findings(List<String> remoteIds, boolean written, List<String> doubtful, String shown) {

    /** For children of an object that does not exist yet. */
    public static final Findings NONE = new Findings(List.of(), false, List.of(), null);

    public boolean absent() {
        return remoteIds.isEmpty();
    }

    public boolean unique() {
        return remoteIds.size() == 1;
    }
}
