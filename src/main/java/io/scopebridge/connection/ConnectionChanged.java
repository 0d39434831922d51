package io.scopebridge.connection;

/**
 * A connection was saved, enabled, disabled or deleted. Published inside the transaction, so that what a plain listener writes is
 * committed with it; listeners that need the commit use after-commit.
 */
public record ConnectionChanged(String id) {
}
