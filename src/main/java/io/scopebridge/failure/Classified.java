package io.scopebridge.failure;

/** An exception that knows what it means to an operator. */
public interface Classified {

    Failure failure();
}
