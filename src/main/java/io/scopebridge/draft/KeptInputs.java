package io.scopebridge.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.database.Upsert;
import io.scopebridge.mapping.MappingRuns;
import io.scopebridge.mapping.VersionHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The table mapping_input: the newest different inputs of each connection and mapping. A connection in them has no secrets. */
@Component
class KeptInputs implements MappingRuns {

    private static final Logger LOG = LoggerFactory.getLogger(KeptInputs.class);
    private static final String COLUMNS = "select id, mapping, connection_id, flow, subject, job_id, taken_at, length";

    private final JdbcClient db;
    private final ObjectMapper json;
    private final int most;
    private final long largest;
    private final long budget;
    private final long total;

    KeptInputs(JdbcClient db, ObjectMapper json, @Value("${scopebridge.drafts.inputs}") int most, @Value("${scopebridge.drafts.largest-input}") DataSize largest,
               @Value("${scopebridge.drafts.inputs-size}") DataSize budget,
               @Value("${scopebridge.drafts.inputs-total}") DataSize total) {
        this.total = total.toBytes();
        this.db = db;
        this.json = json;
        this.most = most;
        this.largest = largest.toBytes();
        this.budget = budget.toBytes();
    }

    /** A failure to keep it is no failure of the work. */
    @Override
    public void begins(Exchange exchange, String mapping, Object payload) {
        if (most < 1 || !(exchange.getVariable("connection") instanceof Connection connection)) return;
        Long job = exchange.getVariable("jobId", Long.class);
        try {
            if (job != null && isKept(connection.id(), mapping, job)) return;
            String text = payload instanceof String given ? given : json.writeValueAsString(payload);
            if (text.length() > largest) return;
            keep(new KeptInput(0, mapping, connection.id(), exchange.getVariable("flow", String.class), exchange.getVariable("subject", String.class),
                job, null, text.length()), text);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("{}: an input of the mapping {} is not kept for drafts: {}", connection.id(), mapping, e.getMessage());
        }
    }

    /** One per job: a poll of many pages would otherwise displace all others. */
    private boolean isKept(String connection, String mapping, long job) {
        return db.sql("select count(*) from mapping_input where connection_id = ? and mapping = ? and job_id = ?").param(connection).param(mapping).param(job).query(Integer.class).single() > 0;
    }

    void keep(KeptInput input, String given) {
        String text = DatabaseText.of(given, Integer.MAX_VALUE);
        Map<String, Object> values = new HashMap<>();
        values.put("connection", input.connection());
        values.put("mapping", input.mapping());
        values.put("hash", VersionHash.of(text));
        values.put("flow", DatabaseText.of(input.flow(), 60));
        values.put("subject", DatabaseText.of(input.subject(), 200));
        values.put("job", input.job());
        values.put("now", TimeColumn.now());
        Upsert.write(db.sql("""
                update mapping_input set taken_at = :now, flow = :flow, subject = :subject, job_id = :job
                where connection_id = :connection and mapping = :mapping and hash = :hash""").params(values),
            db.sql("""
                insert into mapping_input (connection_id, mapping, flow, subject, job_id, taken_at, hash, length, input)
                values (:connection, :mapping, :flow, :subject, :job, :now, :hash, :length, :input) on conflict do nothing""")
                .params(values).param("length", text.length()).param("input", text));
        db.sql("""
            delete from mapping_input where id in (select id from (
              select id, row_number() over (order by taken_at desc, id desc) as place, sum(length) over (order by taken_at desc, id desc) as total
              from mapping_input where connection_id = :connection and mapping = :mapping) newest where place > :most or total > :budget)""")
            .params(values).param("most", most).param("budget", budget).update();
    }

    /** Of all connections together. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void deleteOldest() {
        try {
            int deleted = db.sql("""
                delete from mapping_input where id in (select id from (
                  select id, sum(cast(length as bigint)) over (order by taken_at desc, id desc) as total from mapping_input) newest where total > :total)""")
                .param("total", total).update();
            if (deleted > 0) LOG.info("{} of the oldest inputs kept for drafts were deleted: together they were longer than scopebridge.drafts.inputs-total", deleted);
        } catch (DataAccessException e) {
            LOG.debug("Old inputs cannot be deleted: {}", e.getMessage());
        }
    }

    /**
     * The newest first, in turns of the mappings: polls, which are many, leave room for the rest.
     *
     * @param connection null: of all
     * @param subject    null: any
     */
    List<KeptInput> newest(Collection<String> mappings, String connection, String subject, int limit) {
        if (mappings.isEmpty()) return List.of();
        return db.sql(COLUMNS + " from (" + COLUMNS + ", row_number() over (partition by mapping order by taken_at desc, id desc) as place from mapping_input where mapping in (:mappings)"
                + (connection == null ? "" : " and connection_id = :connection") + (subject == null ? "" : " and subject = :subject")
                + ") shared order by place, taken_at desc, id desc fetch first :most rows only")
            .param("mappings", mappings).param("connection", connection).param("subject", subject).param("most", limit).query(KeptInputs::kept).list();
    }

    /** Empty if it was deleted meanwhile. */
    Optional<String> text(long id) {
        return db.sql("select input from mapping_input where id = ?").param(id).query(String.class).optional();
    }

    private static KeptInput kept(ResultSet row, int number) throws SQLException {
        return new KeptInput(row.getLong("id"), row.getString("mapping"), row.getString("connection_id"), row.getString("flow"), row.getString("subject"),
            row.getObject("job_id", Long.class), TimeColumn.read(row, "taken_at"), row.getInt("length"));
    }
}
