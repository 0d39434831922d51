package io.scopebridge.tenant;

import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.UnknownConnection;
import io.scopebridge.time.TimeZones;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Combines calls, schedule and the last check into the status of a connection. */
@Component
class ConnectionStates {

    private static final String POLL = "poll-opportunities";
    private static final String NEEDS_ATTENTION = "NEEDS_ATTENTION";

    private final Connections connections;
    private final ConnectionStatuses statuses;
    private final Rights rights;
    private final TimeZones zones;
    private final JdbcClient db;

    ConnectionStates(Connections connections, ConnectionStatuses statuses, Rights rights, TimeZones zones, JdbcClient db) {
        this.zones = zones;
        this.connections = connections;
        this.statuses = statuses;
        this.rights = rights;
        this.db = db;
    }

    /** @throws io.scopebridge.connection.UnknownConnection when there is none of that id */
    ConnectionState of(String id) {
        return Optional.ofNullable(of(List.of(connections.view(id))).get(id)).orElseThrow(() -> new UnknownConnection(id));
    }

    /** By id, with the same few statements for any number. One that is deleted meanwhile is left out. */
    Map<String, ConnectionState> of(List<ConnectionView> views) {
        List<String> ids = views.stream().map(ConnectionView::id).toList();
        Map<String, ConnectionStatuses.Status> shown = statuses.of(ids);
        Map<String, CheckedRights> checked = rights.of(ids);
        Map<String, OffsetDateTime> next = next(ids);
        Map<String, ConnectionState> states = new HashMap<>();
        views.stream().filter(view -> shown.containsKey(view.id())).forEach(view ->
            states.put(view.id(), state(view, shown.get(view.id()), checked.getOrDefault(view.id(), CheckedRights.NEVER), next.get(view.id()))));
        return states;
    }

    private ConnectionState state(ConnectionView connection, ConnectionStatuses.Status shown, CheckedRights checked, OffsetDateTime nextAt) {
        List<Right> missing = checked.in(RightState.MISSING);
        String status = missing.isEmpty() ? shown.status() : NEEDS_ATTENTION;
        // The result of a check is more precise than a single refused call.
        String cause = missing.isEmpty() ? shown.cause() : cause(missing);
        String remedy = missing.isEmpty() ? shown.remedy() : remedy(missing);
        ZoneId zone = zones.named(connection.setting(TimeZones.SETTING));
        OffsetDateTime last = in(zone, shown.lastSyncAt());
        OffsetDateTime next = connection.enabled() ? in(zone, nextAt) : null;
        return new ConnectionState(status, connection.enabled(), sentence(connection, status, cause, remedy, last, next), cause, remedy,
            shown.since(), last, next, zone.getId(), new ConnectionState.Check(checked.checkedAt(), checked.in(RightState.GRANTED).size(),
                missing.stream().map(Right::name).toList(), checked.in(RightState.UNKNOWN).size()));
    }

    private static String cause(List<Right> missing) {
        return (missing.size() == 1 ? "One right is missing: " : missing.size() + " rights are missing: ")
            + missing.stream().map(right -> right.name() + " for " + right.neededFor() + " (" + unended(right.found()) + ")").collect(Collectors.joining("; ")) + ".";
    }

    private static String remedy(List<Right> missing) {
        return missing.stream().map(Right::remedy).distinct().collect(Collectors.joining(" "));
    }

    private static String sentence(ConnectionView connection, String status, String cause, String remedy, OffsetDateTime last, OffsetDateTime next) {
        String how = switch (status) {
            case NEEDS_ATTENTION -> "Needs attention: " + unended(cause) + " To fix it: " + remedy;
            case "CONNECTED" -> "Connected" + (last == null ? "" : ", opportunities read at " + shown(last)) + (next == null ? "." : ", next at " + shown(next) + ".");
            default -> "Not checked yet; POST /api/connections/" + connection.id() + "/check runs the check.";
        };
        return connection.enabled() ? how : "Disabled: nothing runs until POST /api/connections/" + connection.id() + "/enable. " + how;
    }

    private static String unended(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String shown(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static OffsetDateTime in(ZoneId zone, OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(zone).toOffsetDateTime();
    }

    private Map<String, OffsetDateTime> next(List<String> ids) {
        Map<String, OffsetDateTime> next = new HashMap<>();
        if (ids.isEmpty()) return next;
        db.sql("select connection_id, next_at from next_run where connection_id in (:ids) and flow = :flow").param("ids", ids).param("flow", POLL)
            .query(row -> { next.put(row.getString("connection_id"), row.getObject("next_at", OffsetDateTime.class)); });
        return next;
    }
}
