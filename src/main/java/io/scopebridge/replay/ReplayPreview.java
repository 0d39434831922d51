package io.scopebridge.replay;

import java.util.List;

/**
 * What a replay would do.
 *
 * @param entries     that were asked for
 * @param replayable  of them, those that can be replayed
 * @param jobs        that would be done again: several entries of one job are one
 * @param connections that would be worked
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
