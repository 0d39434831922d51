package io.scopebridge.tenant;

import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.GovernorFigures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status of every connection in one response, for live pages. */
@RestController
class OverviewController {

    private final Connections connections;
    private final ConnectionStates states;
    private final Governor governor;
    private final JdbcClient db;

    OverviewController(Connections connections, ConnectionStates states, Governor governor, JdbcClient db) {
        this.connections = connections;
        this.states = states;
        this.governor = governor;
        this.db = db;
    }

    private record Work(String connection, int waiting, int running, int failures, int open) {

        static Work none(String connection) {
            return new Work(connection, 0, 0, 0, 0);
        }
    }

    /**
     * One connection.
     *
     * @param jobsWaiting     due, or to be retried later
     * @param failuresLastDay log entries that occurred in the last 24 hours
     * @param failuresOpen    open log entries
     * @param budget          of the PSA, as seen by this node
     */
    record Line(String id, String name, String system, ConnectionState state, int jobsWaiting, int jobsRunning, int failuresLastDay,
                int failuresOpen, GovernorFigures budget) {
    }

    /** Sorted by urgency: not working, then with open failures, then the rest by name. */
    @GetMapping("/api/overview")
    List<Line> overview() {
        Map<String, Work> work = work();
        return connections.views().stream().map(connection -> line(connection, work.getOrDefault(connection.id(), Work.none(connection.id()))))
            .sorted(OverviewController::urgency).toList();
    }

    private Line line(ConnectionView connection, Work work) {
        return new Line(connection.id(), connection.name(), connection.system(), states.of(connection.id()), work.waiting(), work.running(),
            work.failures(), work.open(), governor.figures(connection.id(), connection.system()));
    }

    private static int urgency(Line one, Line other) {
        int byRank = Integer.compare(rank(one), rank(other));
        return byRank != 0 ? byRank : one.name().compareToIgnoreCase(other.name());
    }

    private static int rank(Line line) {
        if (!line.state().enabled()) return 3;
        return line.state().status().equals("NEEDS_ATTENTION") ? 0 : line.failuresOpen() > 0 ? 1 : 2;
    }

    private Map<String, Work> work() {
        return db.sql("""
                select c.id as connection,
                  (select sum(j.jobs) from job_count j where j.connection_id = c.id and j.state = 'WAITING') as waiting,
                  (select sum(j.jobs) from job_count j where j.connection_id = c.id and j.state = 'RUNNING') as running,
                  (select count(*) from log_record l where l.connection_id = c.id and l.last_at > current_timestamp - interval '1' day) as failures,
                  (select count(*) from log_record l where l.connection_id = c.id and l.state = 'OPEN') as open
                from connection_summary c""")
            .query((row, n) -> new Work(row.getString("connection"), row.getInt("waiting"), row.getInt("running"), row.getInt("failures"), row.getInt("open")))
            .list().stream().collect(Collectors.toMap(Work::connection, Function.identity()));
    }
}
