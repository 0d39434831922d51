package io.scopebridge.tenant;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The status of a connection.
 *
 * @param status     UNCHECKED, CONNECTED or NEEDS_ATTENTION
 * @param sentence   the status as a sentence, with what to do
 * @param cause      or null
 * @param remedy     in a sentence, or null
 * @param since      when the status changed
 * @param lastSyncAt when opportunities were last read, fully or partly, or null
 * @param nextSyncAt when they are read next, or null if not scheduled; both times in the time zone of the connection
 * @param timeZone   of the connection, such as Europe/Berlin
 */
record ConnectionState(String status, boolean enabled, String sentence, String cause, String remedy, OffsetDateTime since,
                       OffsetDateTime lastSyncAt, OffsetDateTime nextSyncAt, String timeZone, Check check) {

    /**
     * The last check.
     *
     * @param checkedAt null if there was none
     * @param missing   the names of missing rights
     */
    record Check(OffsetDateTime checkedAt, int granted, List<String> missing, int unknown) {
    }
}
