package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Routes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names behind a tenant's ids, kept for a day, so that a page of opportunities costs no call per row.
 * Names that are missing are read by {@code direct:<system>-<kind>}, which gets a list of ids and answers rows with id and name.
 */
@Component("directory")
public class Directory {

    private final JdbcClient db;
    private final Routes routes;

    Directory(JdbcClient db, Routes routes) {
        this.db = db;
        this.routes = routes;
    }

    /** Names by id of what the rows refer to in a field. */
    public Map<String, String> namesOf(Connection connection, String kind, List<Map<String, Object>> rows, String field) {
        return names(connection, kind, rows.stream().map(row -> row.get(field)).toList());
    }

    /** Names by id; an id that the tenant does not show is left out. */
    public Map<String, String> names(Connection connection, String kind, Collection<?> ids) {
        Set<String> wanted = new HashSet<>();
        ids.forEach(id -> {
            if (id != null) wanted.add(id.toString());
        });
        Map<String, String> names = known(connection, kind, wanted);
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(names.keySet());
        if (!missing.isEmpty()) names.putAll(read(connection, kind, missing));
        return names;
    }

    private Map<String, String> known(Connection connection, String kind, Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (ids.isEmpty()) return names;
        db.sql("""
                select remote_id, name from directory where connection_id = :connection and kind = :kind
                and remote_id in (:ids) and read_at > current_timestamp - interval '1' day""")
            .param("connection", connection.id()).param("kind", kind).param("ids", ids)
            .query(row -> {
                names.put(row.getString("remote_id"), row.getString("name"));
            });
        return names;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> read(Connection connection, String kind, Set<String> ids) {
        List<Map<String, Object>> rows = routes.send("direct:" + connection.system() + "-" + kind, connection,
            sent -> sent.getMessage().setBody(List.copyOf(ids))).getMessage().getBody(List.class);
        Map<String, String> names = new HashMap<>();
        for (Map<String, Object> row : rows) names.put(row.get("id").toString(), String.valueOf(row.get("name")));
        names.forEach((id, name) -> keep(connection, kind, id, name));
        return names;
    }

    private void keep(Connection connection, String kind, String id, String name) {
        db.sql("delete from directory where connection_id = ? and kind = ? and remote_id = ?").params(connection.id(), kind, id).update();
        db.sql("insert into directory (connection_id, kind, remote_id, name, read_at) values (?, ?, ?, ?, current_timestamp)")
            .params(connection.id(), kind, id, name.length() > 300 ? name.substring(0, 300) : name).update();
    }
}
