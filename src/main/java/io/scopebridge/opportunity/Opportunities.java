package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table opportunity: what the PSAs offer for scoping, as last seen. */
@Component("opportunities")
public class Opportunities {

    private static final String INSERT = """
        insert into opportunity (connection_id, opportunity_id, name, company_id, company_name, owner_id, owner_name, status_id,
            status, stage_id, stage, amount, closed, changed_at, content, content_hash)
        values (:connection, :id, :name, :companyId, :companyName, :ownerId, :ownerName, :statusId,
            :status, :stageId, :stage, :amount, :closed, :changedAt, :content, :hash)""";

    private static final String UPDATE = """
        update opportunity set name = :name, company_id = :companyId, company_name = :companyName, owner_id = :ownerId,
            owner_name = :ownerName, status_id = :statusId, status = :status, stage_id = :stageId, stage = :stage,
            amount = :amount, closed = :closed, changed_at = :changedAt, content = :content, content_hash = :hash
        where connection_id = :connection and opportunity_id = :id""";

    private final NamedParameterJdbcTemplate db;
    private final ObjectMapper json;

    Opportunities(NamedParameterJdbcTemplate db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Keeps a page of rows, two statements at most for all of them. A known one that the filter no longer lets through is kept as closed,
     * so that it leaves ScopeStack's list; an unknown one is left out.
     */
    @Transactional
    public void take(Exchange exchange) {
        String connection = exchange.getVariable("connection", Connection.class).id();
        OpportunityFilter filter = json.convertValue(exchange.getVariable("filter"), OpportunityFilter.class);
        PollCount count = exchange.getVariable("poll", PollCount.class);
        List<Opportunity> rows = new ArrayList<>();
        json.valueToTree(exchange.getMessage().getBody()).forEach(row -> rows.add(new Opportunity((JsonNode) row)));
        Map<String, String> known = hashes(connection, rows.stream().map(Opportunity::id).toList());
        List<SqlParameterSource> added = new ArrayList<>();
        List<SqlParameterSource> changed = new ArrayList<>();
        int kept = 0;
        for (Opportunity row : rows) {
            count.saw(row.changedAt());
            boolean lets = filter.lets(row.text("statusId"), row.text("stageId"));
            if (lets) kept++;
            Opportunity shown = lets ? row : closed(row);
            String hash = known.get(row.id());
            if (hash == null && lets) added.add(parameters(connection, shown));
            else if (hash != null && !hash.equals(shown.hash())) changed.add(parameters(connection, shown));
        }
        if (!added.isEmpty()) db.batchUpdate(INSERT, added.toArray(SqlParameterSource[]::new));
        if (!changed.isEmpty()) db.batchUpdate(UPDATE, changed.toArray(SqlParameterSource[]::new));
        count.add(rows.size(), kept, added.size() + changed.size());
    }

    /**
     * After everything that the filter lets through was read: what it no longer lets through is kept as closed, so that a narrower filter
     * empties ScopeStack's list too. Not while the filter names something that the tenant does not have: a typing error closes nothing.
     */
    @Transactional
    public void leave(Exchange exchange) {
        List<?> unknown = exchange.getVariable("unknown", List.class);
        if (exchange.getVariable("since") != null || !unknown.isEmpty()) return;
        String connection = exchange.getVariable("connection", Connection.class).id();
        OpportunityFilter filter = json.convertValue(exchange.getVariable("filter"), OpportunityFilter.class);
        for (List<Opportunity> left = left(connection, filter); !left.isEmpty(); left = left(connection, filter)) {
            db.batchUpdate(UPDATE, left.stream().map(row -> parameters(connection, closed(row))).toArray(SqlParameterSource[]::new));
            exchange.getVariable("poll", PollCount.class).add(0, 0, left.size());
        }
    }

    private List<Opportunity> left(String connection, OpportunityFilter filter) {
        String out = filter.status().isEmpty() ? "" : "status_id is null or status_id not in (:status)";
        if (!filter.stage().isEmpty()) out += (out.isEmpty() ? "" : " or ") + "stage_id is null or stage_id not in (:stage)";
        if (out.isEmpty()) return List.of();
        return db.query("select content from opportunity where connection_id = :connection and not closed and (" + out + ") fetch first 500 rows only",
            Map.of("connection", connection, "status", filter.status(), "stage", filter.stage()), (row, n) -> new Opportunity(parsed(row.getString("content"))));
    }

    /** The next ones, by id, whose content ScopeStack does not have yet. */
    public List<Map<String, Object>> unpublished(Connection connection, String after, int most) {
        return db.query("""
            select content from opportunity where connection_id = :connection and opportunity_id > :after
            and (published_hash is null or published_hash <> content_hash) order by opportunity_id fetch first :most rows only""",
            Map.of("connection", connection.id(), "after", after, "most", most),
            (row, n) -> json.convertValue(parsed(row.getString("content")), json.getTypeFactory().constructMapType(HashMap.class, String.class, Object.class)));
    }

    /** Notes as published what the ledger holds as done, of the ids given. */
    public int published(Connection connection, List<Map<String, Object>> batch) {
        return db.update("""
            update opportunity set published_hash = content_hash where connection_id = :connection and opportunity_id in (:ids)
            and exists (select 1 from ledger l where l.connection_id = opportunity.connection_id and l.subject = 'opportunities'
                        and l.step_key = 'opportunity:' || opportunity.opportunity_id and l.state = 'DONE')""",
            Map.of("connection", connection.id(), "ids", batch.stream().map(row -> row.get("opportunityId")).toList()));
    }

    private Map<String, String> hashes(String connection, List<String> ids) {
        Map<String, String> hashes = new HashMap<>();
        if (ids.isEmpty()) return hashes;
        db.query("select opportunity_id, content_hash from opportunity where connection_id = :connection and opportunity_id in (:ids)",
            Map.of("connection", connection, "ids", ids), row -> {
                hashes.put(row.getString(1), row.getString(2));
            });
        return hashes;
    }

    private static Opportunity closed(Opportunity row) {
        ObjectNode content = row.content().deepCopy();
        content.put("closed", true);
        return new Opportunity(content);
    }

    private static SqlParameterSource parameters(String connection, Opportunity row) {
        return new MapSqlParameterSource().addValue("connection", connection).addValue("id", row.id())
            .addValue("name", cut(row.text("name"), 500)).addValue("companyId", row.text("companyId"))
            .addValue("companyName", cut(row.text("companyName"), 300)).addValue("ownerId", row.text("ownerId"))
            .addValue("ownerName", cut(row.text("ownerName"), 300)).addValue("statusId", row.text("statusId"))
            .addValue("status", cut(row.text("status"), 200)).addValue("stageId", row.text("stageId"))
            .addValue("stage", cut(row.text("stage"), 200)).addValue("amount", row.amount()).addValue("closed", row.closed())
            .addValue("changedAt", row.changedAt()).addValue("content", row.content().toString()).addValue("hash", row.hash());
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private JsonNode parsed(String content) {
        try {
            return json.readTree(content);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
