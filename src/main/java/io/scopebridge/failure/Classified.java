package io.scopebridge.failure;

/** An exception with a meaning for operators. */
public interface Classified {

    Failure failure();
}
