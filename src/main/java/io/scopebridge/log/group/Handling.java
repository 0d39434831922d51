package io.scopebridge.log.group;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a person has said about the failures of one cause.
 *
 * @param acknowledgedBy null if they are not acknowledged
 * @param assignee       who takes care of them, or null
 * @param mutedUntil     no alert is sent until then, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handling(String acknowledgedBy, Instant acknowledgedAt, String note, String assignee, Instant mutedUntil, String changedBy, Instant changedAt) {

    static final String COLUMNS = "h.acknowledged_by, h.acknowledged_at, h.note, h.assignee, h.muted_until, h.changed_by, h.changed_at";

    /** Whether it says nothing any more. */
    @JsonIgnore
    boolean isEmpty() {
        return acknowledgedAt == null && note == null && assignee == null && mutedUntil == null;
    }

    Handling acknowledgedAs(Handling before) {
        return new Handling(before.acknowledgedBy, before.acknowledgedAt, note, assignee, mutedUntil, changedBy, changedAt);
    }

    /** Of a row with {@link #COLUMNS}; null if there is none. */
    static Handling read(ResultSet row) throws SQLException {
        if (row.getString("changed_by") == null) return null;
        return new Handling(row.getString("acknowledged_by"), TimeColumn.read(row, "acknowledged_at"), row.getString("note"), row.getString("assignee"),
            TimeColumn.read(row, "muted_until"), row.getString("changed_by"), TimeColumn.read(row, "changed_at"));
    }
}
