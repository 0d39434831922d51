package io.scopebridge.log;

import java.time.Instant;
import java.util.List;

/**
 * Entries of a search, newest first, without their long texts.
 *
 * @param next       the position to continue from; null if nothing is left
 * @param searchedTo how far back the search got within the time limit; null if the page is complete
 */
public record LogPage(List<LogEntry> entries, LogKey next, Instant searchedTo) {
}
