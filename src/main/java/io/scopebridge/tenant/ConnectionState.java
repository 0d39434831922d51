package io.scopebridge.tenant;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How a connection is.
 *
 * @param status     UNCHECKED, CONNECTED or NEEDS_ATTENTION
 * @param sentence   the same for a person, with what to do
 * @param cause      what is wrong, or null
 * @param remedy     what to do about it, or null
 * @param since      when the status as its calls showed it became so
 * @param lastSyncAt when opportunities were last read whole or in part, or null
 * @param nextSyncAt when they are read next, or null when nothing is planned; both times in the time zone of the connection
 * @param timeZone   of the connection, such as Europe/Berlin
 */
record ConnectionState(String status, boolean enabled, String sentence, String cause, String remedy, OffsetDateTime since,
                       OffsetDateTime lastSyncAt, OffsetDateTime nextSyncAt, String timeZone, Check check) {

    /**
     * The last check.
     *
     * @param checkedAt null when there was none
     * @param missing   the names of missing rights
     */
    record Check(OffsetDateTime checkedAt, int granted, List<String> missing, int unknown) {
    }
}
