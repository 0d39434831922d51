package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.Failure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the rights of a connection checked by a job when something has changed: it was saved or enabled, it was refused in a
 * way that is new, or what was refused goes well again. A refusal that stays the same asks for nothing more.
 */
@Component
class ConnectionChecks {

    static final String CHECK = "check-connection";

    private final Jobs jobs;
    private final Connections connections;
    private final ConnectionStatuses statuses;
    private final boolean afterSaving;

    ConnectionChecks(Jobs jobs, Connections connections, ConnectionStatuses statuses,
                     @Value("${scopebridge.checks.after-saving}") boolean afterSaving) {
        this.jobs = jobs;
        this.connections = connections;
        this.statuses = statuses;
        this.afterSaving = afterSaving;
    }

    /** A check itself tells what it has found. */
    void wentWell(Job job) {
        if (job.kind().equals(CHECK)) return;
        if (statuses.connected(job.connectionId(), job.kind())) request(job.connectionId(), "recovery");
    }

    void refused(Job job, Failure failure) {
        boolean news = statuses.needsAttention(job.connectionId(), job.kind(), failure.cause(), failure.remedy());
        if (news && !job.kind().equals(CHECK)) request(job.connectionId(), "refusal");
    }

    @EventListener
    void changed(ConnectionChanged event) {
        if (afterSaving) connections.find(event.id()).filter(Connection::enabled).ifPresent(connection -> request(connection.id(), "saved"));
    }

    private void request(String connectionId, String source) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (jobs.underWay(connectionId, CHECK, "connection", nothing).isPresent()) return;
        jobs.add(connectionId, CHECK, "connection", nothing, source, null);
    }
}
