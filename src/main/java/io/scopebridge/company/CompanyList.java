package io.scopebridge.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.text.SameName;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

    CompanyList(NamedParameterJdbcTemplate db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The database time, for {@link #end}. */
    public OffsetDateTime begin() {
        return db.getJdbcTemplate().queryForObject("select current_timestamp", OffsetDateTime.class);
    }

    /** Stores a page of rows with id and name; other fields of a row are stored with it. */
    @Transactional
    public void take(@Body Object given, @Variable("connection") Connection of) {
        String connection = of.id();
        List<SqlParameterSource> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        json.valueToTree(given).forEach(row -> {
            rows.add(parameters(connection, (JsonNode) row));
            ids.add(((JsonNode) row).path("id").asText());
        });
        if (rows.isEmpty()) return;
        db.update("delete from directory where connection_id = :connection and kind = 'company' and remote_id in (:ids)", Map.of("connection", connection, "ids", ids));
        db.batchUpdate("""
            insert into directory (connection_id, kind, remote_id, name, name_key, content, read_at)
            values (:connection, 'company', :id, :name, :key, :content, current_timestamp)""", rows.toArray(SqlParameterSource[]::new));
    }

    /** All pages were read: entries that were not among them are deleted. Returns the number of entries. */
    @Transactional
    public int end(Connection connection, OffsetDateTime began) {
        db.update("delete from directory where connection_id = :connection and kind = 'company' and read_at < :began", Map.of("connection", connection.id(), "began", began));
        return db.queryForObject("select count(*) from directory where connection_id = :connection and kind = 'company'", Map.of("connection", connection.id()), Integer.class);
    }

    /** The ids of the companies that a person takes for this name, as far as the list knows. */
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
