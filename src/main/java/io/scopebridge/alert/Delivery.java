package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One message to one target.
 *
 * @param problemId absent for a test and a digest
 * @param content   what its mapping makes the message of
 * @param dueAt     when it is sent next, while it waits
 * @param error     why the last attempt failed; absent if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(long id, long targetId, String target, Long problemId, Kind kind, State state, @JsonIgnore JsonNode content, int attempts,
                       Instant createdAt, Instant dueAt, Instant sentAt, String error) {

    public enum Kind {
        OPENED, OVER, DIGEST, TEST
    }

    public enum State {
        /** Until quiet hours end, or because too many were sent within an hour. */
        HELD,
        PENDING, SENDING, SENT,
        /** All attempts failed. */
        FAILED,
        /** Its content is in a digest. */
        IN_DIGEST,
        /** The target was disabled. */
        CANCELLED
    }

    static final String COLUMNS = "d.id, d.target_id, (select t.name from alert_target t where t.id = d.target_id) as target, d.problem_id, d.kind, d.state, d.content, "
        + "d.attempts, d.created_at, d.due_at, d.sent_at, d.error";

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(row.getLong("id"), row.getLong("target_id"), row.getString("target"), row.getObject("problem_id", Long.class), Kind.valueOf(row.getString("kind")),
            State.valueOf(row.getString("state")), JsonColumn.read(row.getString("content")), row.getInt("attempts"), TimeColumn.read(row, "created_at"),
            TimeColumn.read(row, "due_at"), TimeColumn.read(row, "sent_at"), row.getString("error"));
    }

    /** The same for every attempt, so that a receiver recognizes a repeated one. */
    String messageId() {
        return "msg_scopebridge_" + createdAt.toEpochMilli() + "_" + id;
    }
}
