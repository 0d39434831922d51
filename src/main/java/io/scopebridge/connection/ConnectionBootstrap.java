package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.web.InvalidInput;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates or updates the configured connections at startup. An invalid one is skipped with an error in the log; the start continues.
 * Runs after the context is up, because resolving hosts may take time.
 */
@Component
@Order(0)
class ConnectionBootstrap implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBootstrap.class);

    private static final Duration REMOVAL = Duration.ofMinutes(5);

    private final ConfiguredConnections configured;
    private final Connections connections;
    private final ConnectionTable table;
    private final DeletedConnections deleted;

    ConnectionBootstrap(ConfiguredConnections configured, Connections connections, ConnectionTable table, DeletedConnections deleted) {
        this.deleted = deleted;
        this.configured = configured;
        this.connections = connections;
        this.table = table;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        configured.byId().forEach(this::save);
        // Reports now, and not at the first job, which secrets were encrypted with another key.
        connections.all();
    }

    private void save(String id, JsonNode wanted) {
        try {
            ConnectionDraft draft = configured.draft(id, wanted);
            if (table.find(id).isPresent()) connections.replace(id, draft);
            else create(draft);
        } catch (InvalidInput e) {
            e.under("scopebridge.connections." + id).errors().forEach(error ->
                LOG.error("The configured connection '{}' is skipped: {} {}", id, error.field(), error.message()));
        } catch (RuntimeException e) {
            LOG.error("The configured connection '{}' is skipped", id, e);
        }
    }

    private void create(ConnectionDraft draft) {
        ConnectionDraft made = new ConnectionDraft(draft.id(), draft.name(), draft.system(), draft.enabled() == null || draft.enabled(), draft.settings());
        try {
            connections.create(made);
        } catch (ConnectionExists known) {
            if (table.find(draft.id()).isPresent()) {
                connections.replace(draft.id(), draft);
                return;
            }
            // It was deleted, and its rows were not all removed before the hub stopped.
            deleted.remove(draft.id(), REMOVAL);
            connections.create(made);
        }
    }
}
