package io.scopebridge.opportunity;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.RowsByKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The rows of the table opportunity, a page at a time. */
@Repository
class OpportunityRows {

    private static final String INSERT = """
        insert into opportunity (connection_id, opportunity_id, name, company_id, company_name, owner_id, owner_name, status_id, status,
            stage_id, stage, amount, closed, offered, kept_out_because, changed_at, content, content_hash)
        values (:connection, :id, :name, :companyId, :companyName, :ownerId, :ownerName, :statusId, :status,
            :stageId, :stage, :amount, :closed, :offered, :because, :changedAt, :content, :hash)""";

    private static final String UPDATE = """
        update opportunity set name = :name, company_id = :companyId, company_name = :companyName, owner_id = :ownerId,
            owner_name = :ownerName, status_id = :statusId, status = :status, stage_id = :stageId, stage = :stage,
            amount = :amount, closed = :closed, offered = :offered, kept_out_because = :because, changed_at = :changedAt,
            content = :content, content_hash = :hash
        where connection_id = :connection and opportunity_id = :id""";

    private final NamedParameterJdbcTemplate db;
    private final RowsByKey byKey;

    OpportunityRows(NamedParameterJdbcTemplate db, RowsByKey byKey) {
        this.db = db;
        this.byKey = byKey;
    }

    /** The stored state of an opportunity. */
    record Known(String hash, boolean offered, boolean closed, String filteredOutReason) {
    }

    /** By id; without those not stored yet. */
    Map<String, Known> known(String connection, List<String> ids) {
        Map<String, Known> known = new HashMap<>();
        if (ids.isEmpty()) return known;
        db.query(byKey.query("select opportunity_id, content_hash, offered, closed, kept_out_because from opportunity where connection_id = :connection and opportunity_id = any(:keys)"),
            Map.of("connection", connection, "keys", RowsByKey.keys(ids)), row -> {
                known.put(row.getString(1), new Known(row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getString(5)));
            });
        return known;
    }

    void insert(String connection, List<PolledOpportunity> rows) {
        write(INSERT, connection, rows);
    }

    void update(String connection, List<PolledOpportunity> rows) {
        write(UPDATE, connection, rows);
    }

    private void write(String sql, String connection, List<PolledOpportunity> rows) {
        if (!rows.isEmpty()) db.batchUpdate(sql, rows.stream().map(kept -> parameters(connection, kept)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(String connection, PolledOpportunity kept) {
        Opportunity row = kept.row();
        return new MapSqlParameterSource().addValue("connection", connection).addValue("id", row.id())
            .addValue("name", cut(row.text("name"), 500)).addValue("companyId", row.text("companyId"))
            .addValue("companyName", cut(row.text("companyName"), 300)).addValue("ownerId", row.text("ownerId"))
            .addValue("ownerName", cut(row.text("ownerName"), 300)).addValue("statusId", row.text("statusId"))
            .addValue("status", cut(row.text("status"), 200)).addValue("stageId", row.text("stageId"))
            .addValue("stage", cut(row.text("stage"), 200)).addValue("amount", row.amount()).addValue("closed", row.closed())
            .addValue("offered", kept.offered()).addValue("because", cut(kept.filteredOutReason(), 500))
            .addValue("changedAt", row.changedAt()).addValue("content", row.content().toString()).addValue("hash", row.hash());
    }

    private static String cut(String text, int most) {
        return DatabaseText.of(text, most);
    }
}
