package io.scopebridge.project;

/** The state of a ScopeStack project in the PSA; the first that applies, from the top. */
enum PsaState {

    RUNNING,
    /** A step waits for a person's decision. */
    UNKNOWN_OUTCOMES,
    /** A step was rejected, or the last job failed. */
    FAILED,
    /** It exists, and its approval was revoked since. */
    STALE,
    DONE,
    /** Nothing was written. */
    NONE
}
