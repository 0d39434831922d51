package io.scopebridge.tenant;

import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.GovernorFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The status of every connection with the figures of its work, with the same few statements for any number. */
@Component
class OverviewLines {

    private static final String TAGS = "labels.tags";

    private final Connections connections;
    private final ConnectionStates states;
    private final Governor governor;
    private final JdbcClient db;

    OverviewLines(Connections connections, ConnectionStates states, Governor governor, JdbcClient db) {
        this.connections = connections;
        this.states = states;
        this.governor = governor;
        this.db = db;
    }

    private static final class Work {

        private long waiting;
        private long running;
        private long failures;
        private long open;
    }

    /**
     * One connection.
     *
     * @param tags            of its settings
     * @param jobsWaiting     due, or to be retried later
     * @param failuresLastDay log entries that occurred in the last 24 hours
     * @param failuresOpen    open log entries
     * @param budget          of the PSA, as seen by this node
     */
    record Line(String id, String name, String system, List<String> tags, ConnectionState state, int jobsWaiting, int jobsRunning, int failuresLastDay,
                int failuresOpen, GovernorFigures budget) {
    }

    /** Sorted by urgency: not working, then with open failures, then the rest by name. */
    List<Line> all() {
        List<ConnectionView> views = connections.views();
        Map<String, ConnectionState> known = states.of(views);
        Map<String, Work> work = work();
        return views.stream().filter(view -> known.containsKey(view.id()))
            .map(view -> line(view, known.get(view.id()), work.getOrDefault(view.id(), new Work()))).sorted(OverviewLines::urgency).toList();
    }

    private Line line(ConnectionView connection, ConnectionState state, Work work) {
        List<String> tags = Stream.of(connection.setting(TAGS).split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
        return new Line(connection.id(), connection.name(), connection.system(), tags, state, (int) work.waiting, (int) work.running,
            (int) work.failures, (int) work.open, governor.figures(connection.id(), connection.system()));
    }

    static int urgency(Line one, Line other) {
        int byRank = Integer.compare(rank(one), rank(other));
        int byName = one.name().compareToIgnoreCase(other.name());
        return byRank != 0 ? byRank : byName != 0 ? byName : one.id().compareTo(other.id());
    }

    private static int rank(Line line) {
        if (!line.state().enabled()) return 3;
        return line.state().status().equals("NEEDS_ATTENTION") ? 0 : line.failuresOpen() > 0 ? 1 : 2;
    }

    private Map<String, Work> work() {
        Map<String, Work> all = new HashMap<>();
        count("select connection_id, jobs from job_count where state = 'WAITING'", all, (work, count) -> work.waiting = count);
        count("select connection_id, jobs from job_count where state = 'RUNNING'", all, (work, count) -> work.running = count);
        count("select connection_id, count(*) from log_record where state = 'OPEN' and connection_id is not null group by connection_id", all, (work, count) -> work.open = count);
        count("""
            select connection_id, count(*) from log_record where state in ('OPEN', 'RESOLVED') and last_at > current_timestamp - interval '1' day
            and connection_id is not null group by connection_id""", all, (work, count) -> work.failures = count);
        return all;
    }

    private void count(String sql, Map<String, Work> all, ObjLongConsumer<Work> counted) {
        db.sql(sql).query(row -> { counted.accept(all.computeIfAbsent(row.getString(1), id -> new Work()), row.getLong(2)); });
    }
}
