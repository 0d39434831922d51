package io.scopebridge.job;

/** WAITING becomes RUNNING becomes DONE or FAILED; what may pass goes back to WAITING with a later due time. */
public enum JobState {
    WAITING, RUNNING, DONE, FAILED
}
