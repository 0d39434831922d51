package io.scopebridge.connection;

/**
 * A connection was saved, enabled, disabled or deleted. Published inside the transaction that does it, so that what a
 * plain listener writes commits with it; what must see the commit listens after it.
 */
public record ConnectionChanged(String id) {
}
