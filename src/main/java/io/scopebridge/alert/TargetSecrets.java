package io.scopebridge.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.secret.StoredSecrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The encrypted secrets of all alert targets. */
@Component
public class TargetSecrets implements StoredSecrets {

    private final JdbcClient db;
    private final ObjectMapper json;

    public TargetSecrets(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public List<Row> rows() {
        return db.sql("select id, secrets from alert_target order by id")
            .query((row, n) -> new Row(row.getString("id"), Targets.owner(row.getLong("id")), parsed(row.getString("secrets")))).list();
    }

    @Override
    @Transactional
    public int change(String id, BinaryOperator<String> change) {
        Optional<Map<String, String>> found = db.sql("select secrets from alert_target where id = ? for update").param(Long.valueOf(id)).query(String.class).optional().map(this::parsed);
        if (found.isEmpty()) return 0;
        Map<String, String> changed = new TreeMap<>();
        found.get().forEach((path, sealed) -> changed.put(path, change.apply(path, sealed)));
        int count = (int) found.get().entrySet().stream().filter(secret -> !secret.getValue().equals(changed.get(secret.getKey()))).count();
        if (count > 0) db.sql("update alert_target set secrets = ? where id = ?").param(json.valueToTree(changed).toString()).param(Long.valueOf(id)).update();
        return count;
    }

    private Map<String, String> parsed(String secrets) {
        try {
            return json.readValue(secrets, new TypeReference<Map<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the table alert_target does not hold JSON", e);
        }
    }
}
