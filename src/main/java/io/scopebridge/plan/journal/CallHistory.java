package io.scopebridge.plan.journal;

import java.time.OffsetDateTime;
import java.util.List;
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
                .query((row, number) -> new PastCall(row.getLong("id"), row.getString("subject"), row.getString("step_key"), row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("millis"), row.getObject("status", Integer.class),
                        row.getString("request"), row.getString("response"))).list();
    }
}
