package io.scopebridge.draft;

/**
 * A draft, and on what to run it.
 *
 * @param over null: it is only compiled
 */
record DraftRequest(String text, Over over) {

    /**
     * Exactly one of example, project and last.
     *
     * @param example    true: the example input of each mapping
     * @param project    the newest kept input of a project, such as {@code 95010}
     * @param last       so many of the newest kept inputs
     * @param connection only inputs of this connection; null: of all
     */
    record Over(Boolean example, String project, Integer last, String connection) {
    }
}
