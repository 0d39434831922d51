package io.scopebridge.remote;

import io.scopebridge.database.Upsert;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table watermark: the read position of each flow of a connection, in the flow's own form. */
@Repository
public class ReadMarks {

    private final JdbcClient db;

    ReadMarks(JdbcClient db) {
        this.db = db;
    }

    /** Empty if the flow has never read everything. */
    public Optional<String> of(String connectionId, String flow) {
        return db.sql("select read_to from watermark where connection_id = ? and flow = ?").params(connectionId, flow).query(String.class).optional();
    }

    @Transactional
    public void put(String connectionId, String flow, String mark) {
        Upsert.write(
            db.sql("update watermark set read_to = ?, updated_at = current_timestamp where connection_id = ? and flow = ?").params(mark, connectionId, flow),
            db.sql("insert into watermark (read_to, updated_at, connection_id, flow) values (?, current_timestamp, ?, ?) on conflict do nothing").params(mark, connectionId, flow));
    }
}
