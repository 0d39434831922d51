package io.scopebridge.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.log.OddRows;
import io.scopebridge.text.SameName;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The active companies of the PSA, for forms (feature O4): kind {@code company} of the table directory. */
@Component("companyList")
public class CompanyList {

    private final NamedParameterJdbcTemplate db;
    private final ObjectMapper json;
    private final OddRows oddRows;

    CompanyList(NamedParameterJdbcTemplate db, ObjectMapper json, OddRows oddRows) {
        this.db = db;
        this.json = json;
        this.oddRows = oddRows;
    }

    /** For {@link #end}: with the database time. */
    public CompanyRead begin() {
        return new CompanyRead(db.getJdbcTemplate().queryForObject("select current_timestamp", OffsetDateTime.class));
    }

    /** Stores a page of rows with id and name; other fields of a row are stored with it. */
    @Transactional
    public void take(@Body Object given, @Variable("connection") Connection of, @Variable("companyRead") CompanyRead read) {
        JsonNode page = json.valueToTree(given);
        read.listed(page.size());
        Map<String, ObjectNode> rows = CompanyPage.of(page, read.oddities());
        read.unusable(page.size() - rows.size());
        if (rows.isEmpty()) return;
        db.update("delete from directory where connection_id = :connection and kind = 'company' and remote_id in (:ids)", Map.of("connection", of.id(), "ids", rows.keySet()));
        db.batchUpdate("""
            insert into directory (connection_id, kind, remote_id, name, name_key, content, read_at)
            values (:connection, 'company', :id, :name, :key, :content, current_timestamp) on conflict do nothing""",
            rows.values().stream().map(row -> parameters(of.id(), row)).toArray(SqlParameterSource[]::new));
    }

    /**
     * All pages were read: entries that were not among them are deleted.
     *
     * @param expected how many the PSA says there are, or null where it does not
     * @return the number of entries
     * @throws RemoteFailure when fewer were read; nothing is deleted then
     */
    @Transactional(noRollbackFor = RemoteFailure.class)
    public int end(@Variable("connection") Connection connection, @Variable("companyRead") CompanyRead read, @Variable("expected") Integer expected,
                   @Variable("flow") String flow, @Variable("subject") String subject, @Variable("jobId") Long job) {
        oddRows.only(connection.id(), flow, subject, read.oddities());
        oddRows.found(connection.id(), flow, subject, job, read.oddities(), "Correct the company in the PSA. The rest of it, and all other companies, were read.");
        if (expected != null && read.listed() < expected) {
            throw new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "Only " + read.listed() + " of " + expected + " companies were read: the list of the PSA is incomplete. None was taken off the hub's list.",
                "No action needed at first: the list is read again, since it may have changed while it was read. If it stays incomplete, check whatever is between the hub and the PSA."));
        }
        // A row whose id cannot be read may be any of them.
        if (read.unusable() == 0) db.update("delete from directory where connection_id = :connection and kind = 'company' and read_at < :began", Map.of("connection", connection.id(), "began", read.began()));
        return db.queryForObject("select count(*) from directory where connection_id = :connection and kind = 'company'", Map.of("connection", connection.id()), Integer.class);
    }

    /** The ids of the companies in the list with this name. */
    public List<String> named(@Variable("connection") Connection connection, @Variable("companyName") String name) {
        return db.queryForList("select remote_id from directory where connection_id = :connection and kind = 'company' and name_key = :key order by remote_id",
            Map.of("connection", connection.id(), "key", DatabaseText.of(SameName.key(name), 300)), String.class);
    }

    private static SqlParameterSource parameters(String connection, JsonNode row) {
        String name = row.path("name").asText();
        return new MapSqlParameterSource().addValue("connection", connection).addValue("id", row.path("id").asText())
            .addValue("name", DatabaseText.of(name, 300)).addValue("key", DatabaseText.of(SameName.key(name), 300)).addValue("content", row.toString());
    }
}
