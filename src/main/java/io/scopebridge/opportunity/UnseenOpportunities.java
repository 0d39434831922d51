package io.scopebridge.opportunity;

import io.scopebridge.database.RowsByKey;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stored opportunities that a sync did not read. */
@Repository
class UnseenOpportunities {

    private static final int BATCH = 2000;

    private final NamedParameterJdbcTemplate db;
    private final RowsByKey byKey;

    UnseenOpportunities(NamedParameterJdbcTemplate db, RowsByKey byKey) {
        this.db = db;
        this.byKey = byKey;
    }

    /** All of the connection, in batches. */
    void each(String connection, PollCount poll, Consumer<List<String>> batch) {
        for (List<String> ids = after(connection, ""); !ids.isEmpty(); ids = after(connection, ids.get(ids.size() - 1))) {
            List<String> unseen = poll.unseen(ids);
            if (!unseen.isEmpty()) batch.accept(unseen);
        }
    }

    /** Those of the given ids. */
    List<String> among(String connection, PollCount poll, List<String> ids) {
        List<String> unseen = poll.unseen(ids);
        return unseen.isEmpty() ? unseen : db.queryForList(
            byKey.query("select opportunity_id from opportunity where connection_id = :connection and opportunity_id = any(:keys) order by opportunity_id"),
            Map.of("connection", connection, "keys", RowsByKey.keys(unseen)), String.class);
    }

    int open(String connection, List<String> ids) {
        Integer count = db.queryForObject(
            byKey.query("select count(*) from opportunity where connection_id = :connection and opportunity_id = any(:keys) and offered and not closed"),
            Map.of("connection", connection, "keys", RowsByKey.keys(ids)), Integer.class);
        return count == null ? 0 : count;
    }

    /** Why those that are closed already are not in the list any more. */
    void note(String connection, List<String> ids, String because) {
        write("update opportunity set kept_out_because = :because where connection_id = :connection and opportunity_id = :id and offered and closed "
            + "and kept_out_because is distinct from :because", connection, ids, because);
    }

    /** Those that ScopeStack does not have. */
    void delete(String connection, List<String> ids) {
        write("delete from opportunity where connection_id = :connection and opportunity_id = :id and not offered", connection, ids, "");
    }

    @SuppressWarnings("unchecked")
    private void write(String sql, String connection, List<String> ids, String because) {
        db.batchUpdate(sql, ids.stream().map(id -> Map.of("connection", connection, "id", id, "because", because)).toArray(Map[]::new));
    }

    private List<String> after(String connection, String id) {
        return db.queryForList("select opportunity_id from opportunity where connection_id = :connection and opportunity_id > :after order by opportunity_id fetch first :most rows only",
            Map.of("connection", connection, "after", id, "most", BATCH), String.class);
    }
}
