package io.scopebridge.project;

/** The state of a ScopeStack project in the PSA; the first that applies, from the top. */
enum PsaState {

    RUNNING,
    /** A step waits for a person's decision. */
    UNKNOWN_OUTCOMES,
    /** A step was rejected, or the last job failed. */
    FAILED,
    /** The last push was cancelled before its end. */
    CANCELLED,
    /** It exists, and its approval was revoked since. */
    STALE,
    DONE,
    /** Nothing was written. */
    NONE
}
