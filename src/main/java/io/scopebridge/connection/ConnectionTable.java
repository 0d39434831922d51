package io.scopebridge.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the table connection and their dependent rows. */
@Component
class ConnectionTable {

    private static final String COLUMNS = "select id, name, system, enabled, settings, secrets from connection where deleted_at is null";

    private static final int REMEMBERED = 500;

    private final JdbcClient db;
    private final ObjectMapper json;
    /** By all that is stored: as long as nothing has changed, the same object, which nobody changes. */
    private final Cache<Stored, Row> read = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ConnectionTable(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * @param settings without secrets and without defaults
     * @param secrets  sealed, by path
     */
    record Row(String id, String name, String system, boolean enabled, ObjectNode settings, Map<String, String> secrets) {
    }

    Optional<Row> find(String id) {
        return db.sql(COLUMNS + " and id = :id").param("id", id).query(this::row).optional();
    }

    /** The row, locked until the transaction ends. */
    Row lock(String id) {
        return db.sql(COLUMNS + " and id = :id for update").param("id", id).query(this::row).optional()
            .orElseThrow(() -> new UnknownConnection(id));
    }

    List<Row> all() {
        return db.sql(COLUMNS + " order by id").query(this::row).list();
    }

    List<Row> enabled() {
        return db.sql(COLUMNS + " and enabled order by id").query(this::row).list();
    }

    void insert(Row row) {
        int rows = db.sql("insert into connection (id, name, system, enabled, settings, secrets) values (:id, :name, :system, :enabled, :settings, :secrets) on conflict do nothing")
            .param("id", row.id()).param("name", row.name()).param("system", row.system()).param("enabled", row.enabled())
            .param("settings", row.settings().toString()).param("secrets", text(row.secrets())).update();
        if (rows == 0) throw new ConnectionExists(row.id(), find(row.id()).isEmpty());
        db.sql("insert into connection_status (connection_id, status, since) values (:id, 'UNCHECKED', current_timestamp)").param("id", row.id()).update();
    }

    void update(Row row) {
        db.sql("""
                update connection set name = :name, enabled = :enabled, settings = :settings, secrets = :secrets,
                  version = version + 1, updated_at = current_timestamp where id = :id""")
            .param("id", row.id()).param("name", row.name()).param("enabled", row.enabled())
            .param("settings", row.settings().toString()).param("secrets", text(row.secrets())).update();
    }

    /** From now on there is no such connection for anybody, and its secrets are gone. Whether there was one. */
    boolean delete(String id) {
        return db.sql("update connection set deleted_at = current_timestamp, enabled = false, settings = '{}', secrets = '{}' where id = :id and deleted_at is null")
            .param("id", id).update() > 0;
    }

    private record Stored(String id, String name, String system, boolean enabled, String settings, String secrets) {
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return read.get(new Stored(row.getString("id"), row.getString("name"), row.getString("system"), row.getBoolean("enabled"), row.getString("settings"), row.getString("secrets")), this::read);
    }

    private Row read(Stored stored) {
        try {
            return new Row(stored.id(), stored.name(), stored.system(), stored.enabled(), (ObjectNode) json.readTree(stored.settings()),
                json.readValue(stored.secrets(), new TypeReference<Map<String, String>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The row of connection '" + stored.id() + "' does not hold JSON", e);
        }
    }

    private String text(Map<String, String> secrets) {
        return json.valueToTree(secrets).toString();
    }
}
