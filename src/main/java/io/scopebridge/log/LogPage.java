package io.scopebridge.log;

import java.time.Instant;
import java.util.List;

/**
 * Entries of a search, newest first, without their long texts.
 *
 * @param next       what to go on after; null when nothing is left
 * @param searchedTo how far back was looked when the time for one answer was over; null when the page is whole
 */
public record LogPage(List<LogEntry> entries, LogKey next, Instant searchedTo) {
}
