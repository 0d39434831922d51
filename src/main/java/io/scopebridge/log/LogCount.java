package io.scopebridge.log;

/**
 * How many entries a search finds.
 *
 * @param atLeast whether there may be more: counting ended at {@link LogSearch#MOST_COUNTED} or when its time was over
 */
public record LogCount(long count, boolean atLeast) {
}
