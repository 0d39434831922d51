package io.scopebridge.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.remote.Routes;
import io.scopebridge.text.SameName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The names for a tenant's ids, cached for a day, so that a page of opportunities needs no call per row. Missing names are read by
 * {@code direct:<system>-<kind>}, which receives a list of ids and returns rows with id and name.
 */
@Component("directory")
public class Directory {

    private final NamedParameterJdbcTemplate db;
    private final Routes routes;
    private final ObjectMapper json;

    Directory(NamedParameterJdbcTemplate db, Routes routes, ObjectMapper json) {
        this.db = db;
        this.routes = routes;
        this.json = json;
    }

    /** A copy of the names, extended by those that the rows refer to in a field, under the kind; {@code missing} has the ids without a name by kind. */
    public Map<String, Object> add(Map<String, Object> names, Connection connection, String kind, List<?> rows, String field) {
        Set<String> wanted = new HashSet<>();
        // What is no row, or refers to no id, is named by whoever takes the page.
        for (Object row : rows) {
            Object id = row instanceof Map<?, ?> object ? object.get(field) : null;
            if ((id instanceof Number || id instanceof String) && CompanyPage.isId(id.toString())) wanted.add(id.toString());
        }
        Map<String, Object> more = new HashMap<>(names);
        Map<String, Object> entries = entries(connection, kind, wanted);
        more.put(kind, entries);
        Map<Object, Object> missing = new TreeMap<>(names.get("missing") instanceof Map<?, ?> other ? other : Map.of());
        missing.put(kind, wanted.stream().filter(id -> !entries.containsKey(id)).sorted().toList());
        more.put("missing", missing);
        return more;
    }

    /** Entries by id, such as {@code {"174": {"id": "174", "name": "Northwind"}}}; ids that the tenant does not return are omitted. */
    Map<String, Object> entries(Connection connection, String kind, Set<String> ids) {
        Map<String, Object> entries = known(connection, kind, ids);
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(entries.keySet());
        if (!missing.isEmpty()) entries.putAll(read(connection, kind, missing));
        return entries;
    }

    private Map<String, Object> known(Connection connection, String kind, Set<String> ids) {
        Map<String, Object> entries = new HashMap<>();
        if (ids.isEmpty()) return entries;
        db.query("""
            select remote_id, content from directory where connection_id = :connection and kind = :kind
            and remote_id in (:ids) and read_at > current_timestamp - interval '1' day""",
            Map.of("connection", connection.id(), "kind", kind, "ids", ids), row -> {
                entries.put(row.getString("remote_id"), parsed(row.getString("content")));
            });
        return entries;
    }

    private Map<String, Object> read(Connection connection, String kind, Set<String> ids) {
        List<?> rows = routes.send("direct:" + connection.system() + "-" + kind, connection,
            sent -> sent.getMessage().setBody(List.copyOf(ids))).getMessage().getBody(List.class);
        Map<String, Object> entries = new HashMap<>();
        CompanyPage.of(json.valueToTree(rows), new ArrayList<>()).forEach((id, row) -> entries.put(id, json.convertValue(row, Map.class)));
        if (!entries.isEmpty()) keep(connection, kind, entries.keySet(), entries.values());
        return entries;
    }

    private void keep(Connection connection, String kind, Set<String> ids, Collection<Object> rows) {
        db.update("delete from directory where connection_id = :connection and kind = :kind and remote_id in (:ids)",
            Map.of("connection", connection.id(), "kind", kind, "ids", ids));
        db.batchUpdate("""
            insert into directory (connection_id, kind, remote_id, name, name_key, content, read_at)
            values (:connection, :kind, :id, :name, :key, :content, current_timestamp) on conflict do nothing""",
            rows.stream().map(row -> parameters(connection, kind, (Map<?, ?>) row)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(Connection connection, String kind, Map<?, ?> row) {
        String name = String.valueOf(row.get("name"));
        return new MapSqlParameterSource().addValue("connection", connection.id()).addValue("kind", kind)
            .addValue("id", row.get("id").toString()).addValue("name", DatabaseText.of(name, 300))
            .addValue("key", DatabaseText.of(SameName.key(name), 300)).addValue("content", json.valueToTree(row).toString());
    }

    private Map<String, Object> parsed(String content) {
        try {
            return json.readValue(content, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the directory is not JSON", e);
        }
    }
}
