package io.scopebridge.job;

/** WAITING becomes RUNNING becomes DONE or FAILED, or CANCELLED by a person; a temporary failure returns to WAITING with a later due time. */
public enum JobState {
    WAITING, RUNNING, DONE, FAILED, CANCELLED
}
