package io.scopebridge.governor;

/** The right to make one call. Close it when the answer is there, or the connection failed. */
public interface Permit extends AutoCloseable {

    /** May be called more than once. */
    @Override
    void close();
}
