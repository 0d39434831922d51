package io.scopebridge.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.job.JobRequests;
import io.scopebridge.trace.TracedWork;
import io.scopebridge.trace.Traces;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Turns a callback into a job that reads the record; both in one transaction, once per message. */
@Component
class CallbackIntake {

    private static final String FLOW = "refresh-opportunity";
    private static final String SUBJECT = "opportunities";

    private final Connections connections;
    private final CallbackEvents events;
    private final JobRequests jobs;
    private final TransactionOperations transactions;
    private final Traces traces;

    CallbackIntake(Connections connections, CallbackEvents events, JobRequests jobs, TransactionOperations transactions, Traces traces) {
        this.traces = traces;
        this.connections = connections;
        this.events = events;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** @throws CallbackRefused if the connection does not accept callbacks */
    Connection connection(String id, String system) {
        return connections.find(id).filter(one -> one.enabled() && one.has(Feature.CRM) && one.system().equals(system) && Boolean.parseBoolean(one.setting(CallbackWatch.ENABLED)))
            .orElseThrow(() -> new CallbackRefused(HttpStatus.NOT_FOUND, "Callbacks are not accepted for '" + id + "'."));
    }

    /**
     * The job; empty if the hub does not use this type of record. Many callbacks in a short time become one job.
     *
     * @throws CallbackRefused when it was stored before
     */
    Optional<Long> store(Connection connection, Callback callback, String hash) {
        if (!"opportunity".equals(callback.changes())) return Optional.empty();
        String message = callback.nameOr(hash);
        if (events.isKnown(connection.id(), message)) throw repeated();
        JsonNode record = JsonNodeFactory.instance.textNode(callback.record());
        try (TracedWork traced = traces.received("callback", connection.id(), Map.of())) {
            return traced.job(() -> transactions.execute(status -> {
                long job = jobs.requestMerged(connection.id(), FLOW, SUBJECT, "opportunities", record, "callback");
                if (!events.insert(connection.id(), message, hash, job)) throw repeated();
                return Optional.of(job);
            }), Optional::get);
        }
    }

    private static CallbackRefused repeated() {
        return new CallbackRefused(HttpStatus.UNAUTHORIZED, "This callback was accepted before.");
    }
}
