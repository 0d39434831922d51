package io.scopebridge.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.RowsByKey;
import io.scopebridge.identity.CrmIds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes opportunities to ScopeStack that were ever offered. */
@Component("publishing")
public class Publishing {

    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() { };

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final RowsByKey byKey;
    private final CrmIds crmIds;
    private final ObjectMapper json;

    Publishing(JdbcClient db, NamedParameterJdbcTemplate batches, RowsByKey byKey, CrmIds crmIds, ObjectMapper json) {
        this.db = db;
        this.batches = batches;
        this.byKey = byKey;
        this.crmIds = crmIds;
        this.json = json;
    }

    /**
     * The next ones by id.
     *
     * @param all also those that are up to date: a changed mapping may give a different result
     */
    public List<Map<String, Object>> next(Connection connection, String after, int most, boolean all) {
        return db.sql("""
                select content from opportunity where connection_id = :connection and opportunity_id > :after and offered
                and (cast(:all as boolean) or published_hash is null or published_hash <> content_hash) order by opportunity_id fetch first :most rows only""")
            .param("connection", connection.id()).param("after", after).param("all", all).param("most", most)
            .query((row, n) -> read(row.getString(1))).list();
    }

    /** Those of the given ids that ScopeStack should have and whose current version it does not have. */
    public List<Map<String, Object>> those(Connection connection, List<String> opportunities) {
        return db.sql(byKey.query("""
                select content from opportunity where connection_id = :connection and opportunity_id = any(:keys) and offered
                and (published_hash is null or published_hash <> content_hash) order by opportunity_id"""))
            .param("connection", connection.id()).param("keys", RowsByKey.keys(opportunities)).query((row, n) -> read(row.getString(1))).list();
    }

    /** Marks those of the given ids as published that are done in the ledger. */
    public int published(Connection connection, List<Map<String, Object>> batch) {
        return write("""
                update opportunity set published_hash = content_hash where connection_id = :connection and opportunity_id = :id
                and published_hash is distinct from content_hash
                and exists (select 1 from ledger_record l where l.connection_id = opportunity.connection_id and l.subject = 'opportunities'
                            and l.step_key = 'opportunity:' || opportunity.opportunity_id and l.state = 'DONE')""", connection, batch.stream().map(Publishing::id).toList());
    }

    /**
     * The batch with {@code publishedAs}, the id of each in ScopeStack, which stays once it is given, and {@code heldByOthers}, CRM records that
     * connections with other tenants have published for an opportunity of the same id.
     */
    @Transactional
    public List<Map<String, Object>> identified(Connection connection, List<Map<String, Object>> batch) {
        List<String> ids = batch.stream().map(Publishing::id).toList();
        if (ids.isEmpty()) return batch;
        Set<String> taken = crmIds.taken(connection.id(), ids);
        give(connection, ids.stream().filter(id -> !taken.contains(id)).toList(), "opportunity_id");
        give(connection, List.copyOf(taken), "opportunity_id || '@' || connection_id");
        Map<String, String> published = new HashMap<>();
        db.sql(byKey.query("select opportunity_id, published_as from opportunity where connection_id = :connection and opportunity_id = any(:keys)"))
            .param("connection", connection.id()).param("keys", RowsByKey.keys(ids)).query(row -> { published.put(row.getString(1), row.getString(2)); });
        Map<String, List<String>> held = crmIds.heldByOthers(connection.id(), ids);
        return batch.stream().map(row -> {
            Map<String, Object> identified = new LinkedHashMap<>(row);
            identified.put("publishedAs", published.get(id(row)));
            identified.put("heldByOthers", held.getOrDefault(id(row), List.of()));
            return identified;
        }).toList();
    }

    private void give(Connection connection, List<String> ids, String publishedAs) {
        write("update opportunity set published_as = " + publishedAs + " where connection_id = :connection and opportunity_id = :id and published_as is null", connection, ids);
    }

    /** One row at a time: for an update of many keys H2 reads every row of the connection. */
    @SuppressWarnings("unchecked")
    private int write(String sql, Connection connection, List<String> ids) {
        return IntStream.of(batches.batchUpdate(sql, ids.stream().map(id -> Map.of("connection", connection.id(), "id", id)).toArray(Map[]::new))).sum();
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get("opportunityId"));
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, ROW);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of an opportunity is not JSON", e);
        }
    }
}
