package io.scopebridge.replay;

import java.util.List;

/**
 * The preview of a replay.
 *
 * @param entries     selected entries
 * @param replayable  those that can be replayed
 * @param jobs        that would run again: several entries of one job count once
 * @param connections that are involved
 * @param excluded    the others
 */
record ReplayPreview(long entries, long replayable, long jobs, long connections, List<Excluded> excluded) {

    /**
     * @param reason   in a sentence
     * @param examples ids of some of these entries
     */
    record Excluded(String reason, long entries, List<Long> examples) {
    }
}
