package io.scopebridge.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.StoredSecrets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The encrypted secrets of all connections, and what was derived from the key that encrypts them. */
@Component
public class ConnectionSecrets implements StoredSecrets {

    private final JdbcClient db;
    private final SecretBox box;
    private final ObjectMapper json;

    public ConnectionSecrets(JdbcClient db, SecretBox box, ObjectMapper json) {
        this.db = db;
        this.box = box;
        this.json = json;
    }

    @Override
    public List<Row> rows() {
        return db.sql("select id, secrets from connection order by id").query((row, n) -> new Row(row.getString("id"), row.getString("id"), parsed(row.getString("secrets")))).list();
    }

    @Override
    @Transactional
    public int change(String id, BinaryOperator<String> change) {
        Optional<Map<String, String>> found = db.sql("select secrets from connection where id = :id for update").param("id", id).query(String.class).optional().map(this::parsed);
        if (found.isEmpty()) return 0;
        Map<String, String> changed = new TreeMap<>();
        found.get().forEach((path, sealed) -> changed.put(path, change.apply(path, sealed)));
        int count = (int) found.get().entrySet().stream().filter(secret -> !secret.getValue().equals(changed.get(secret.getKey()))).count();
        if (count == 0) return 0;
        callbackMark(id);
        db.sql("update connection set secrets = :secrets where id = :id").param("secrets", json.valueToTree(changed).toString()).param("id", id).update();
        return count;
    }

    /** Those of connections from before it was stored are derived while their secrets still have the key that the callbacks were registered under. */
    @EventListener(ApplicationStartedEvent.class)
    void storeMarks() {
        db.sql("select id from connection where callback_mark is null and deleted_at is null and secrets <> '{}'").query(String.class).list().forEach(this::callbackMark);
    }

    /**
     * The mark in the hub's own callbacks of this connection. It was derived from the key once and is stored: a callback that was
     * registered under a former key is recognized as long as it exists.
     */
    @Transactional
    public String callbackMark(String id) {
        String stored = db.sql("select callback_mark from connection where id = :id").param("id", id).query(String.class).optional().orElse(null);
        if (stored != null) return stored;
        Collection<String> secrets = db.sql("select secrets from connection where id = :id").param("id", id).query(String.class).optional().map(this::parsed).orElse(Map.of()).values();
        Optional<String> key = secrets.stream().map(SecretBox::keyOf).filter(box.keyIds()::contains).findFirst();
        String mark = box.mark(key.orElse(box.writingKey()), "callbacks\n" + id);
        // None of its secrets can be read: a key is missing, and this mark would be that of a wrong one for good.
        if (key.isEmpty() && !secrets.isEmpty()) return mark;
        db.sql("update connection set callback_mark = :mark where id = :id and callback_mark is null").param("mark", mark).param("id", id).update();
        return db.sql("select callback_mark from connection where id = :id").param("id", id).query(String.class).optional().orElse(mark);
    }

    private Map<String, String> parsed(String secrets) {
        try {
            return json.readValue(secrets, new TypeReference<Map<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the table connection does not hold JSON", e);
        }
    }
}
