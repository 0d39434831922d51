package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.Failure;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests a job that checks the rights of a connection after a change: it was saved or enabled, it was refused for a new reason, or a
 * refused flow succeeds again. An unchanged refusal causes no further checks.
 */
@Component
class ConnectionChecks {

    static final String CHECK = "check-connection";

    private final Jobs jobs;
    private final Connections connections;
    private final ConnectionStatuses statuses;
    private final JdbcClient db;
    private final boolean afterSaving;
    private final Duration again;

    ConnectionChecks(Jobs jobs, Connections connections, ConnectionStatuses statuses,
                     JdbcClient db, @Value("${scopebridge.checks.after-saving}") boolean afterSaving, @Value("${scopebridge.checks.again-after}") Duration again) {
        this.db = db;
        this.again = again;
        this.jobs = jobs;
        this.connections = connections;
        this.statuses = statuses;
        this.afterSaving = afterSaving;
    }

    /** A check reports its own result. */
    void wentWell(Job job) {
        if (job.flow().equals(CHECK)) return;
        if (statuses.connected(job.connectionId(), job.flow()) || lacksRights(job.connectionId())) request(job.connectionId(), "recovery");
    }

    /** At its last check, which was some time ago: rights may have been granted since. */
    private boolean lacksRights(String connectionId) {
        return db.sql("select checked_at from missing_right where connection_id = ?").param(connectionId).query(OffsetDateTime.class).optional()
            .filter(checkedAt -> checkedAt.isBefore(OffsetDateTime.now().minus(again))).isPresent();
    }

    void refused(Job job, Failure failure) {
        boolean news = statuses.needsAttention(job.connectionId(), job.flow(), failure);
        if (news && !job.flow().equals(CHECK)) request(job.connectionId(), "refusal");
    }

    @EventListener
    void changed(ConnectionChanged event) {
        if (afterSaving) connections.find(event.id()).filter(Connection::enabled).ifPresent(connection -> request(connection.id(), "saved"));
    }

    private void request(String connectionId, String source) {
        jobs.addUnlessUnderWay(connectionId, CHECK, "connection", JsonNodeFactory.instance.objectNode(), source);
    }
}
