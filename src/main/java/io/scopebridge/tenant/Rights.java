package io.scopebridge.tenant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionEdited;
import io.scopebridge.connection.ConnectionLock;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.connection.Connections;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table connection_right: the result of the last check of each connection. */
@Repository("rights")
public class Rights {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final JdbcClient db;
    private final ObjectMapper json;
    private final ConnectionLock lock;
    private final ConnectionStatuses statuses;
    private final Connections connections;

    Rights(JdbcClient db, ObjectMapper json, ConnectionLock lock, ConnectionStatuses statuses, Connections connections) {
        this.db = db;
        this.json = json;
        this.lock = lock;
        this.statuses = statuses;
        this.connections = connections;
    }

    public CheckedRights of(String connectionId) {
        return of(List.of(connectionId)).getOrDefault(connectionId, CheckedRights.NEVER);
    }

    /** By connection; without those that were never checked. */
    Map<String, CheckedRights> of(Collection<String> connectionIds) {
        Map<String, CheckedRights> checked = new HashMap<>();
        if (connectionIds.isEmpty()) return checked;
        db.sql("select * from connection_right where connection_id in (:ids) order by connection_id, position").param("ids", connectionIds).query(row -> {
            OffsetDateTime at = row.getObject("checked_at", OffsetDateTime.class);
            boolean changed = row.getBoolean("settings_changed");
            checked.computeIfAbsent(row.getString("connection_id"), id -> new CheckedRights(at, changed, new ArrayList<>())).rights()
                .add(new Right(row.getString("area"), row.getString("name"), row.getString("needed"), row.getString("needed_for"),
                    RightState.valueOf(row.getString("state")), row.getString("found"), row.getString("remedy")));
        });
        return checked;
    }

    /** The results of both systems' mappings. */
    public List<Right> read(List<?> ofScopeStack, List<?> ofThePsa) {
        return json.convertValue(Stream.concat(ofScopeStack.stream(), ofThePsa.stream()).toList(), new TypeReference<>() { });
    }

    /**
     * Replaces the result; a connection without missing rights counts as connected again, regardless of its last calls. A check that began
     * before the settings were changed says nothing about the connection as it is: its result is dropped.
     */
    @Transactional
    public void keep(Connection connection, List<Right> rights) {
        // Two checks of one connection may finish at the same time.
        lock.hold(connection.id());
        if (!isCurrent(connection)) {
            LOG.info("{}: the result of a check is dropped, the settings were changed meanwhile", connection.id());
            return;
        }
        db.sql("delete from connection_right where connection_id = ?").param(connection.id()).update();
        for (int position = 0; position < rights.size(); position++) insert(connection.id(), position, rights.get(position));
        List<Right> missing = rights.stream().filter(right -> right.state() == RightState.MISSING).toList();
        List<Right> unknown = rights.stream().filter(right -> right.state() == RightState.UNKNOWN).toList();
        LOG.info("{}: checked, {} granted, {} missing{}, {} unknown", connection.id(), rights.size() - missing.size() - unknown.size(),
            missing.size(), missing.isEmpty() ? "" : " " + missing.stream().map(Right::name).toList(), unknown.size());
        if (missing.isEmpty() && unknown.stream().noneMatch(right -> right.name().endsWith("> Sign in"))) statuses.checked(connection.id());
    }

    /** The last check says nothing about new settings. */
    @EventListener
    void edited(ConnectionEdited event) {
        if (event.created() || Set.of("name", "enabled").containsAll(event.settings())) return;
        db.sql("update connection_right set settings_changed = true where connection_id = ?").param(event.id()).update();
    }

    private boolean isCurrent(Connection checked) {
        return connections.find(checked.id()).filter(now -> now.settings().equals(checked.settings()) && now.secrets().equals(checked.secrets())).isPresent();
    }

    private void insert(String connectionId, int position, Right right) {
        db.sql("""
                insert into connection_right (connection_id, position, area, name, needed, needed_for, state, found, remedy, checked_at)
                values (:connection, :position, :area, :name, :needed, :neededFor, :state, :found, :remedy, current_timestamp)""")
            .param("connection", connectionId).param("position", position).param("area", right.area()).param("name", right.name())
            .param("needed", right.needed()).param("neededFor", right.neededFor()).param("state", right.state().name())
            .param("found", right.found()).param("remedy", right.remedy()).update();
    }
}
