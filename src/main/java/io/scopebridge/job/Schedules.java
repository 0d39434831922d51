package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When each flow of each connection is due next: rows, so that a restart forgets nothing and one node makes each job. */
@Component("schedules")
public class Schedules {

    static final String POLL = "poll-opportunities";
    static final String WATCH = "watch-projects";

    static final String FULL_PASS = "full-pass";
    static final String COMPANIES = "refresh-directory";

    /**
     * What runs by the clock.
     *
     * @param flow         its name in the table schedule
     * @param kind         the flow that its jobs go to
     * @param switchedOnBy the settings that must all be on
     * @param cron         the setting with its times; a system without that setting does not have it
     * @param atOnce       whether it is due as soon as it is turned on, so that nobody waits to see anything
     * @param needs        the setting of the hub without which there is nothing to do, or null
     */
    private record Scheduled(String flow, String kind, String subject, List<String> switchedOnBy, String cron, ObjectNode payload, boolean atOnce, String needs) {

        Scheduled(String flow, String subject, List<String> switchedOnBy, String cron, String needs) {
            this(flow, flow, subject, switchedOnBy, cron, JsonNodeFactory.instance.objectNode(), true, needs);
        }
    }

    private static final List<Scheduled> FLOWS = List.of(
        new Scheduled(POLL, "opportunities", List.of("opportunities.enabled", Feature.CRM.setting()), "opportunities.cron", null),
        new Scheduled(FULL_PASS, POLL, "opportunities", List.of("opportunities.enabled", Feature.CRM.setting()), "opportunities.fullPass", fullPass(false), false, null),
        new Scheduled(COMPANIES, "companies", List.of("companies.enabled"), "companies.cron", null),
        new Scheduled("watch-callbacks", "callbacks", List.of("callbacks.enabled", Feature.CRM.setting()), "callbacks.cron", "scopebridge.public-url"),
        new Scheduled(WATCH, "projects", List.of("projects.watch"), "projects.cron", null));

    private record Due(String connectionId, String flow, String cron, OffsetDateTime nextAt) {
    }

    private final JdbcClient db;
    private final Connections connections;
    private final Jobs jobs;
    private final Readiness opening;
    private final Environment environment;
    private final Clock clock = Clock.systemUTC();

    Schedules(JdbcClient db, Connections connections, Jobs jobs, Readiness opening, Environment environment) {
        this.environment = environment;
        this.db = db;
        this.connections = connections;
        this.jobs = jobs;
        this.opening = opening;
    }

    /** Makes a job of everything that is due; a flow that is still under way is left for its next time. */
    @Transactional
    public void makeDueJobs() {
        if (!opening.isOpen()) return;
        for (Due due : due()) {
            boolean ours = db.sql("""
                    update schedule set next_at = :next, last_at = current_timestamp
                    where connection_id = :connection and flow = :flow and next_at = :seen""")
                .param("next", next(due.cron())).param("connection", due.connectionId()).param("flow", due.flow())
                .param("seen", due.nextAt()).update() == 1;
            if (ours) add(due.connectionId(), due.flow(), "schedule");
        }
    }

    /** Runs a flow now, besides its schedule. The id of the job, also of one that waits already. */
    @Transactional
    public long runNow(String connectionId, String flow, String source) {
        return add(connectionId, flow, source);
    }

    /** Reads all opportunities now. The id of the job, also of one that waits already. */
    @Transactional
    public long runFullPass(String connectionId, boolean confirmClosing, String source) {
        return add(connectionId, scheduled(FULL_PASS), fullPass(confirmClosing), source);
    }

    private static ObjectNode fullPass(boolean confirmClosing) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("full", true);
        return confirmClosing ? payload.put("confirmClosing", true) : payload;
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        connections.all().forEach(this::lay);
    }

    @EventListener
    void changed(ConnectionChanged event) {
        connections.find(event.id()).ifPresent(this::lay);
    }

    private long add(String connectionId, String flow, String source) {
        Scheduled scheduled = scheduled(flow);
        return add(connectionId, scheduled, scheduled.payload(), source);
    }

    /** A job that is under way is enough, unless more is asked for than by the clock. */
    private long add(String connectionId, Scheduled scheduled, ObjectNode payload, String source) {
        return jobs.underWay(connectionId, scheduled.kind(), scheduled.subject(), payload)
            .orElseGet(() -> jobs.add(connectionId, scheduled.kind(), scheduled.subject(), payload, source, null));
    }

    private static Scheduled scheduled(String flow) {
        return FLOWS.stream().filter(one -> one.flow().equals(flow)).findFirst().orElseThrow();
    }

    private void lay(Connection connection) {
        for (Scheduled scheduled : FLOWS) {
            String cron = connection.setting(scheduled.cron());
            boolean on = connection.enabled() && cron != null
                && scheduled.switchedOnBy().stream().noneMatch(setting -> "false".equals(connection.setting(setting)))
                && (scheduled.needs() == null || !environment.getProperty(scheduled.needs(), "").isBlank());
            if (on) lay(connection.id(), scheduled, cron);
            else db.sql("delete from schedule where connection_id = ? and flow = ?").params(connection.id(), scheduled.flow()).update();
        }
    }

    private void lay(String connectionId, Scheduled scheduled, String cron) {
        var known = db.sql("select cron from schedule where connection_id = ? and flow = ?").params(connectionId, scheduled.flow())
            .query(String.class).optional();
        if (known.isEmpty()) {
            db.sql("insert into schedule (connection_id, flow, cron, next_at) values (?, ?, ?, coalesce(cast(? as timestamp with time zone), current_timestamp))")
                .params(connectionId, scheduled.flow(), cron, scheduled.atOnce() ? null : next(cron)).update();
        } else if (!known.get().equals(cron)) {
            db.sql("update schedule set cron = ?, next_at = ? where connection_id = ? and flow = ?")
                .params(cron, next(cron), connectionId, scheduled.flow()).update();
        }
    }

    private List<Due> due() {
        return db.sql("""
                select s.connection_id, s.flow, s.cron, s.next_at from schedule s join connection c on c.id = s.connection_id
                where c.enabled and s.next_at <= current_timestamp order by s.next_at""")
            .query((row, n) -> new Due(row.getString("connection_id"), row.getString("flow"), row.getString("cron"),
                row.getObject("next_at", OffsetDateTime.class))).list();
    }

    private OffsetDateTime next(String cron) {
        OffsetDateTime next = CronExpression.parse(cron).next(OffsetDateTime.now(clock.withZone(ZoneId.systemDefault())));
        return next == null ? OffsetDateTime.now(clock).plusYears(100) : next;
    }
}
