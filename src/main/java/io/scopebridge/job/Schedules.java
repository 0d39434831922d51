package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.UnknownConnection;
import io.scopebridge.job.ScheduleRows.Row;
import io.scopebridge.time.ScheduleTimes;
import io.scopebridge.time.TimeZones;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rows of the table schedule as the settings of the connections say; {@link DueSchedules} creates the jobs. */
@Component
public class Schedules {

    static final String POLL = "poll-opportunities";
    static final String WATCH = "watch-projects";

    static final String FULL_SYNC = "full-sync";
    static final String COMPANIES = "refresh-directory";

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final ScheduleRows rows;
    private final Connections connections;
    private final Jobs jobs;
    private final ScheduledFlows flows;
    private final Environment environment;
    private final TimeZones zones;

    Schedules(ScheduleRows rows, Connections connections, Jobs jobs, ScheduledFlows flows, Environment environment, TimeZones zones) {
        this.rows = rows;
        this.connections = connections;
        this.jobs = jobs;
        this.flows = flows;
        this.environment = environment;
        this.zones = zones;
    }

    /** Runs a flow now, in addition to its schedule. Returns the id of the job, also of one already waiting. */
    @Transactional
    public long runNow(String connectionId, String flow, String source) {
        ScheduledFlow scheduled = flows.get(connections.get(connectionId).system(), flow);
        return add(connectionId, scheduled, scheduled.payload(), source);
    }

    /** Reads all opportunities now. Returns the id of the job, also of one already waiting. */
    @Transactional
    public long runFullSync(String connectionId, boolean confirmClosing, String source) {
        ScheduledFlow full = flows.get(connections.get(connectionId).system(), FULL_SYNC);
        return add(connectionId, full, confirmClosing ? full.payload().deepCopy().put("confirmClosing", true) : full.payload(), source);
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        lay(connections.views(), rows.all());
    }

    @EventListener
    void changed(ConnectionChanged event) {
        try {
            lay(List.of(connections.view(event.id())), rows.of(event.id()));
        } catch (UnknownConnection deletedWithItsSchedules) {
            return;
        }
    }

    /** Only differences are written: several nodes may start at once. */
    private void lay(List<ConnectionView> all, List<Row> there) {
        Map<String, List<Row>> rowsOf = there.stream().collect(Collectors.groupingBy(Row::connectionId));
        Map<String, List<ScheduledFlow>> flowsOf = new HashMap<>();
        List<Row> added = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        List<Row> removed = new ArrayList<>();
        for (ConnectionView connection : all) {
            List<ScheduledFlow> declared = flowsOf.computeIfAbsent(connection.system(), flows::of);
            Map<String, Row> stored = rowsOf.getOrDefault(connection.id(), List.of()).stream().collect(Collectors.toMap(Row::flow, row -> row));
            for (ScheduledFlow flow : declared) {
                Row before = stored.get(flow.name());
                if (flow.isOn(connection, environment)) compare(connection, flow, before, before == null ? added : changed);
                else if (before != null) removed.add(before);
            }
            Set<String> names = declared.stream().map(ScheduledFlow::name).collect(Collectors.toSet());
            stored.values().stream().filter(row -> !names.contains(row.flow())).forEach(removed::add);
        }
        rows.insert(added);
        rows.update(changed);
        List<Row> gone = rows.delete(removed);
        Map<String, ConnectionView> byId = all.stream().collect(Collectors.toMap(ConnectionView::id, one -> one));
        gone.forEach(row -> cleanUp(byId.get(row.connectionId()), row));
    }

    /** An expression that cannot be read, or a time zone that this JVM does not know, does not affect others. */
    private void compare(ConnectionView connection, ScheduledFlow flow, Row before, List<Row> differences) {
        try {
            wanted(connection, flow).difference(before, differences);
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warn("{}: the schedule of {} cannot be read: {}", connection.id(), flow.name(), e.getMessage());
        }
    }

    private Row wanted(ConnectionView connection, ScheduledFlow flow) {
        String cron = connection.setting(flow.cron());
        var zone = zones.named(connection.setting(TimeZones.SETTING));
        int spread = cron.equals(flow.defaultCron()) ? ScheduleTimes.spread(connection.id(), flow.name(), cron, zone) : 0;
        return new Row(connection.id(), flow.name(), cron, zone.getId(), spread, flow.atOnce() ? null : ScheduleTimes.next(cron, zone, spread));
    }

    private void cleanUp(ConnectionView connection, Row row) {
        if (!connection.enabled()) return;
        flows.of(connection.system()).stream().filter(flow -> flow.name().equals(row.flow()) && flow.atEnd())
            .forEach(flow -> add(connection.id(), flow, flow.payload(), "settings"));
    }

    /** A running job is sufficient, unless more is requested than by the schedule. */
    private long add(String connectionId, ScheduledFlow scheduled, ObjectNode payload, String source) {
        return jobs.addUnlessUnderWay(connectionId, scheduled.flow(), scheduled.subject(), payload, source).id();
    }
}
