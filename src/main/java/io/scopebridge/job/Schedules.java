package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.Connections;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.time.CronTimes;
import io.scopebridge.time.TimeZones;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When each flow of each connection is due next: rows, so that a restart loses nothing and one node creates each job. */
@Component("schedules")
public class Schedules {

    static final String POLL = "poll-opportunities";
    static final String WATCH = "watch-projects";

    static final String FULL_SYNC = "full-sync";
    static final String COMPANIES = "refresh-directory";

    /** Of a setting that holds a cron expression. */
    static final String KEYWORD = "x-flow";

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private record Due(String connectionId, String system, String flow, String cron, String zone, OffsetDateTime nextAt) {
    }

    private final JdbcClient db;
    private final Connections connections;
    private final Jobs jobs;
    private final Readiness opening;
    private final Environment environment;
    private final SchemaFiles schemas;
    private final TimeZones zones;
    private final Clock clock = Clock.systemUTC();

    Schedules(JdbcClient db, Connections connections, Jobs jobs, Readiness opening, Environment environment, SchemaFiles schemas, TimeZones zones) {
        this.zones = zones;
        this.schemas = schemas;
        this.environment = environment;
        this.db = db;
        this.connections = connections;
        this.jobs = jobs;
        this.opening = opening;
    }

    /** Creates a job for everything that is due; a flow that is still running is left for its next time. */
    @Transactional
    public void makeDueJobs() {
        if (!opening.isOpen()) return;
        for (Due due : due()) {
            boolean ours = db.sql("""
                    update schedule set next_at = :next, last_at = current_timestamp
                    where connection_id = :connection and flow = :flow and next_at = :seen""")
                .param("next", next(due.cron(), zones.named(due.zone()))).param("connection", due.connectionId()).param("flow", due.flow())
                .param("seen", due.nextAt()).update() == 1;
            if (ours) makeJob(due);
        }
    }

    /** Runs a flow now, in addition to its schedule. Returns the id of the job, also of one already waiting. */
    @Transactional
    public long runNow(String connectionId, String flow, String source) {
        ScheduledFlow scheduled = flow(connections.get(connectionId).system(), flow);
        return add(connectionId, scheduled, scheduled.payload(), source);
    }

    /** Reads all opportunities now. Returns the id of the job, also of one already waiting. */
    @Transactional
    public long runFullSync(String connectionId, boolean confirmClosing, String source) {
        ScheduledFlow full = flow(connections.get(connectionId).system(), FULL_SYNC);
        return add(connectionId, full, confirmClosing ? full.payload().deepCopy().put("confirmClosing", true) : full.payload(), source);
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        connections.all().forEach(this::lay);
    }

    @EventListener
    void changed(ConnectionChanged event) {
        connections.find(event.id()).ifPresent(this::lay);
    }

    /** A file that cannot be read, or that no longer declares the flow, does not affect others. */
    private void makeJob(Due due) {
        try {
            ScheduledFlow flow = flow(due.system(), due.flow());
            add(due.connectionId(), flow, flow.payload(), "schedule");
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("{}: {} is due but cannot run: {}", due.connectionId(), due.flow(), e.getMessage());
        }
    }

    /** A running job is sufficient, unless more is requested than by the schedule. */
    private long add(String connectionId, ScheduledFlow scheduled, ObjectNode payload, String source) {
        return jobs.addUnlessUnderWay(connectionId, scheduled.flow(), scheduled.subject(), payload, source).id();
    }

    private ScheduledFlow flow(String system, String name) {
        return flows(system).stream().filter(one -> one.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalStateException("no setting of " + system + " declares it in " + KEYWORD));
    }

    /** Empty while the folder of the system is missing. */
    private List<ScheduledFlow> flows(String system) {
        if (!schemas.systems().contains(system)) return List.of();
        return schemas.connection(system).fieldsWith(KEYWORD).entrySet().stream()
            .map(field -> ScheduledFlow.of(field.getKey(), field.getValue())).toList();
    }

    private void lay(Connection connection) {
        List<ScheduledFlow> flows = flows(connection.system());
        for (ScheduledFlow scheduled : flows) {
            if (scheduled.isOn(connection, environment)) lay(connection.id(), scheduled, connection.setting(scheduled.cron()), zones.named(connection.setting(TimeZones.SETTING)));
            else if (remove(connection.id(), scheduled.name()) && scheduled.atEnd() && connection.enabled()) {
                add(connection.id(), scheduled, scheduled.payload(), "settings");
            }
        }
        Set<String> declared = flows.stream().map(ScheduledFlow::name).collect(Collectors.toSet());
        db.sql("select flow from schedule where connection_id = ?").param(connection.id()).query(String.class).list().stream()
            .filter(name -> !declared.contains(name)).forEach(name -> remove(connection.id(), name));
    }

    private boolean remove(String connectionId, String name) {
        return db.sql("delete from schedule where connection_id = ? and flow = ?").params(connectionId, name).update() > 0;
    }

    private void lay(String connectionId, ScheduledFlow scheduled, String cron, ZoneId zone) {
        var known = db.sql("select cron, time_zone from schedule where connection_id = ? and flow = ?").params(connectionId, scheduled.name())
            .query((row, n) -> List.of(row.getString("cron"), row.getString("time_zone"))).optional();
        if (known.isEmpty()) {
            db.sql("""
                    insert into schedule (connection_id, flow, cron, time_zone, next_at)
                    values (?, ?, ?, ?, coalesce(cast(? as timestamp with time zone), current_timestamp)) on conflict do nothing""")
                .params(connectionId, scheduled.name(), cron, zone.getId(), scheduled.atOnce() ? null : next(cron, zone)).update();
        } else if (known.get().equals(List.of(cron, ""))) {
            // Of a release without time zones: what is overdue stays due.
            db.sql("update schedule set time_zone = ? where connection_id = ? and flow = ?").params(zone.getId(), connectionId, scheduled.name()).update();
        } else if (!known.get().equals(List.of(cron, zone.getId()))) {
            db.sql("update schedule set cron = ?, time_zone = ?, next_at = ? where connection_id = ? and flow = ?")
                .params(cron, zone.getId(), next(cron, zone), connectionId, scheduled.name()).update();
        }
    }

    private List<Due> due() {
        return db.sql("""
                select s.connection_id, c.system, s.flow, s.cron, s.time_zone, s.next_at from schedule s join connection_summary c on c.id = s.connection_id
                where c.enabled and s.next_at <= current_timestamp order by s.next_at""")
            .query((row, n) -> new Due(row.getString("connection_id"), row.getString("system"), row.getString("flow"), row.getString("cron"),
                row.getString("time_zone"), row.getObject("next_at", OffsetDateTime.class))).list();
    }

    private OffsetDateTime next(String cron, ZoneId zone) {
        Instant next = CronTimes.next(cron, clock.instant(), zone);
        return next == null ? OffsetDateTime.now(clock).plusYears(100) : next.atOffset(ZoneOffset.UTC);
    }
}
