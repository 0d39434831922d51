package io.scopebridge.governor;

/** Permission to make one call. Close it when the response has arrived or the call has failed. */
public interface Permit extends AutoCloseable {

    /** May be called more than once. */
    @Override
    void close();
}
