package io.scopebridge.failure;

/** Carries out again what a log entry tells of. */
public interface Retries {

    /**
     * @param reason why a person asks for it
     * @return what happens now, in a sentence
     */
    String retry(long logEntryId, String reason);
}
