package io.scopebridge.connection;

/** A connection is about to be deleted: the last moment at which its systems can be called. Not published for one whose secrets cannot be read. */
public record ConnectionDeleting(Connection connection) {
}
