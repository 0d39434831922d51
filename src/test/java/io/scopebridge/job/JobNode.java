package io.scopebridge.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseState;
import io.scopebridge.governor.BreakerSettings;
import io.scopebridge.governor.Breakers;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.time.TimeZones;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What claims and schedules jobs on one node, without the rest of the hub. */
public final class JobNode {

    public final Jobs jobs;
    public final ConnectionLeases leases;
    public final JobClaims claims;
    public final DueSchedules schedules;

    public JobNode(DataSource database, int workers, int perConnection, Duration lease) {
        JdbcClient db = JdbcClient.create(database);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
        Readiness ready = new Readiness(availability, new DatabaseState());
        Node node = new Node(db, database);
        ObjectMapper json = new ObjectMapper();
        jobs = new Jobs(db, json, node, new JobWakeUp(null, ready));
        leases = new ConnectionLeases(db, transactions, node, lease);
        leases.begin();
        claims = new JobClaims(db, json, leases, node, ready,
            new Breakers(null, new BreakerSettings(Duration.ofSeconds(4), 3, Duration.ofSeconds(15), Duration.ofMinutes(1))), workers, 10 * workers, perConnection);
        ScheduledFlows flows = new ScheduledFlows(new SchemaFiles(new PathMatchingResourcePatternResolver(), json, "file:routes"));
        schedules = new DueSchedules(new JdbcTemplate(database), transactions, flows, new TimeZones("", Clock.systemUTC()), ready, new JobWakeUp(null, ready));
    }

    public void end(Job job) {
        jobs.finish(job.id(), JobState.DONE, null, null);
        claims.ended(job);
    }
}
