package io.scopebridge.log;

/**
 * The number of entries that match a search.
 *
 * @param atLeast whether there may be more: counting stops at {@link LogSearch#MOST_COUNTED} or at the time limit
 */
public record LogCount(long count, boolean atLeast) {
}
