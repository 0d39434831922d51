package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.JsonColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code opportunity_closing}: what a running sync would close. */
@Repository
class ClosingRows {

    private final NamedParameterJdbcTemplate db;

    ClosingRows(NamedParameterJdbcTemplate db) {
        this.db = db;
    }

    void add(String connection, List<PolledOpportunity> rows) {
        if (rows.isEmpty()) return;
        discard(connection, rows.stream().map(kept -> kept.row().id()).toList());
        db.batchUpdate("insert into opportunity_closing (connection_id, opportunity_id, content, because) values (:connection, :id, :content, :because) on conflict do nothing",
            batch(rows.stream().map(kept -> parameters(connection, kept)).toList()));
    }

    /** Stored opportunities that are open in ScopeStack, with their stored content. */
    void addStored(String connection, List<String> ids, String because) {
        db.batchUpdate("""
            insert into opportunity_closing (connection_id, opportunity_id, content, because)
            select connection_id, opportunity_id, content, :because from opportunity where connection_id = :connection and opportunity_id = :id and offered and not closed
            on conflict do nothing""",
            batch(ids.stream().map(id -> Map.of("connection", connection, "id", id, "because", because)).toList()));
    }

    /** The next ones by id, closed. */
    List<PolledOpportunity> next(String connection, int most) {
        return db.query("select content, because from opportunity_closing where connection_id = :connection order by opportunity_id fetch first :most rows only",
            Map.of("connection", connection, "most", most), (row, n) -> {
                JsonNode content = JsonColumn.read(row.getString(1));
                return new PolledOpportunity(new Opportunity(content).asClosed(), true, row.getString(2));
            });
    }

    void discard(String connection, List<String> ids) {
        if (!ids.isEmpty()) db.batchUpdate("delete from opportunity_closing where connection_id = :connection and opportunity_id = :id",
            batch(ids.stream().map(id -> Map.of("connection", connection, "id", id)).toList()));
    }

    void discardAll(String connection) {
        db.update("delete from opportunity_closing where connection_id = :connection", Map.of("connection", connection));
    }

    int count(String connection) {
        return count(connection, "", List.of(""));
    }

    int because(String connection, List<String> reasons) {
        return count(connection, " and because in (:reasons)", reasons);
    }

    int closedThere(String connection) {
        return count(connection, " and because is null", List.of(""));
    }

    private int count(String connection, String which, List<String> reasons) {
        Integer count = db.queryForObject("select count(*) from opportunity_closing where connection_id = :connection" + which,
            Map.of("connection", connection, "reasons", reasons), Integer.class);
        return count == null ? 0 : count;
    }

    private static Map<String, Object> parameters(String connection, PolledOpportunity kept) {
        Map<String, Object> values = new HashMap<>();
        values.put("connection", connection);
        values.put("id", kept.row().id());
        values.put("content", kept.row().content().toString());
        values.put("because", DatabaseText.of(kept.filteredOutReason(), 500));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?>[] batch(List<? extends Map<String, ?>> rows) {
        return rows.toArray(Map[]::new);
    }
}
