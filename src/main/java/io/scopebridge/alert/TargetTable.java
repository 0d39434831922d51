package io.scopebridge.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The rows of the table alert_target. */
@Component
class TargetTable {

    private static final String ROWS = "select id, name, channel, enabled, settings, secrets from alert_target ";

    private final JdbcClient db;
    private final ObjectMapper json;

    TargetTable(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** @param secrets sealed, by path */
    record Row(long id, String name, Channel channel, boolean enabled, ObjectNode settings, Map<String, String> secrets) {
    }

    List<Row> all() {
        return db.sql(ROWS + "order by name").query(this::row).list();
    }

    /** The ids of those that are enabled; whether their settings can be read does not matter. */
    List<Long> enabled() {
        return db.sql("select id from alert_target where enabled order by id").query(Long.class).list();
    }

    Optional<Row> find(long id) {
        return db.sql(ROWS + "where id = ?").param(id).query(this::row).optional();
    }

    /** The row, locked until the transaction ends. */
    Row lock(long id) {
        return db.sql(ROWS + "where id = ? for update").param(id).query(this::row).optional().orElseThrow(() -> new UnknownAlert("target", id));
    }

    /** The id; empty if the name is used. */
    Optional<Long> insert(String name, Channel channel, boolean enabled) {
        KeyHolder key = new GeneratedKeyHolder();
        int rows = db.sql("insert into alert_target (name, channel, enabled, settings, secrets) values (?, ?, ?, '{}', '{}') on conflict do nothing")
            .param(name).param(channel.name()).param(enabled).update(key, "id");
        return rows == 0 ? Optional.empty() : Optional.of(key.getKey().longValue());
    }

    boolean isNameOfAnother(String name, long id) {
        return db.sql("select count(*) from alert_target where name = ? and id <> ?").param(name).param(id).query(Integer.class).single() > 0;
    }

    int count() {
        return db.sql("select count(*) from alert_target").query(Integer.class).single();
    }

    void update(Row row) {
        db.sql("update alert_target set name = ?, enabled = ?, settings = ?, secrets = ?, updated_at = current_timestamp where id = ?")
            .param(row.name()).param(row.enabled()).param(row.settings().toString()).param(json.valueToTree(row.secrets()).toString()).param(row.id()).update();
    }

    boolean delete(long id) {
        return db.sql("delete from alert_target where id = ?").param(id).update() > 0;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        try {
            return new Row(row.getLong("id"), row.getString("name"), Channel.valueOf(row.getString("channel")), row.getBoolean("enabled"),
                (ObjectNode) json.readTree(row.getString("settings")), json.readValue(row.getString("secrets"), new TypeReference<Map<String, String>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The row of the alert target " + row.getLong("id") + " does not hold JSON", e);
        }
    }
}
