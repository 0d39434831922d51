package io.scopebridge.plan.journal;

import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls in the journal. */
@Component
public class CallHistory {

    private final JdbcClient db;

    CallHistory(JdbcClient db) {
        this.db = db;
    }

    /**
     * Oldest first.
     *
     * @param step  only of this step; null for all
     * @param after only those with a higher id
     */
    public List<PastCall> of(String connectionId, List<String> subjects, String step, long after, int limit) {
        return db.sql("""
                        select * from step_call where subject in (:subjects) and connection_id = :connection and id > :after
                          and (cast(:step as varchar(200)) is null or step_key = :step) order by id fetch first :limit rows only""")
                .param("subjects", subjects).param("connection", connectionId).param("after", after).param("step", step).param("limit", limit)
                .query(CallHistory::call).list();
    }

    /** The last request that wrote in this time; empty if none did. */
    public Optional<PastCall> lastWrite(String connectionId, String subject, String step, Instant from, Instant to) {
        return db.sql("""
                        select * from step_call where subject = :subject and connection_id = :connection and step_key = :step and kind = 'WRITE'
                          and at between :from and :to order by id desc fetch first 1 rows only""")
                .param("subject", subject).param("connection", connectionId).param("step", step).param("from", TimeColumn.of(from)).param("to", TimeColumn.of(to))
                .query(CallHistory::call).optional();
    }

    private static PastCall call(ResultSet row, int number) throws SQLException {
        return new PastCall(row.getLong("id"), row.getString("subject"), row.getString("step_key"), row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("millis"), row.getObject("status", Integer.class),
                row.getString("request"), row.getString("response"));
    }
}
