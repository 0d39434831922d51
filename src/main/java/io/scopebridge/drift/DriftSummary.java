package io.scopebridge.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the last checks of a connection found.
 *
 * @param supported  false: the system has no drift check
 * @param job        the check that is waiting or running, or null
 * @param checkedAt  the time of the newest comparison; null if there was none
 * @param checked    how many projects, and other subjects, were compared
 * @param incomplete how many of them could not be compared the last time
 * @param open       how many differences nobody has decided about
 * @param kinds      the same by kind, without zeros
 * @param reports    those with findings, and those that are incomplete
 * @param next       pass it as {@code after} to get the next page, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DriftSummary(boolean supported, Long job, Instant checkedAt, int checked, int incomplete, int open, Map<String, Integer> kinds, List<DriftReport> reports, String next) {
}
