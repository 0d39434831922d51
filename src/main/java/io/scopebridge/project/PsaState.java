package io.scopebridge.project;

/** How far a ScopeStack project is in the PSA; the first that holds, from the top. */
enum PsaState {

    RUNNING,
    /** A step waits for a person's decision. */
    UNKNOWN_OUTCOMES,
    /** A step was refused, or the last job failed. */
    FAILED,
    /** It is there, and its approval was taken back since. */
    STALE,
    DONE,
    /** Nothing was ever written. */
    NONE
}
