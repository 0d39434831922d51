package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.failure.FailureClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What is or was wrong: the failures of one flow of a connection with the same class and cause.
 *
 * @param connectionId absent if it concerns no connection
 * @param entry        the first entry of the log
 * @param entries      how many entries were open at most
 * @param failures     how often it failed
 * @param overAt       absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(long id, @JsonProperty("connection") String connectionId, String flow, @JsonProperty("class") FailureClass type, String cause, String remedy,
               long entry, int entries, int failures, Instant openedAt, Instant overAt) {

    static final String COLUMNS = "p.id, p.connection_id, p.flow, p.failure_class, p.cause, p.remedy, p.entry_id, p.entries, p.failures, p.opened_at, p.over_at";

    static Problem read(ResultSet row, int number) throws SQLException {
        return new Problem(row.getLong("id"), row.getString("connection_id"), row.getString("flow"), FailureClass.valueOf(row.getString("failure_class")),
            row.getString("cause"), row.getString("remedy"), row.getLong("entry_id"), row.getInt("entries"), row.getInt("failures"),
            TimeColumn.read(row, "opened_at"), TimeColumn.read(row, "over_at"));
    }
}
