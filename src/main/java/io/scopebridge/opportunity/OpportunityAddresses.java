package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.NoAnswer;
import io.scopebridge.remote.OptionalRoutes;
import io.scopebridge.remote.PageAddress;
import io.scopebridge.remote.Routes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The page of an opportunity in the PSA: the URL that {@code direct:<system>-links} marks with {@code "shows": "opportunity"}. */
@Component
class OpportunityAddresses {

    private static final int AT_ONCE = 16;

    private final Connections connections;
    private final Routes routes;
    private final OptionalRoutes optional;
    private final ObjectMapper json;
    private final ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "opportunity-addresses");
        thread.setDaemon(true);
        return thread;
    });
    /** Absence is cached too: a PSA that is down must not delay every page. */
    private final Cache<String, Optional<String>> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    OpportunityAddresses(Connections connections, Routes routes, OptionalRoutes optional, ObjectMapper json) {
        this.optional = optional;
        this.connections = connections;
        this.routes = routes;
        this.json = json;
    }

    /** With {@code {id}} as placeholder; empty if the PSA is not available, has no pages, or the connection is disabled. */
    Optional<String> of(String connectionId) {
        Connection connection = connections.get(connectionId);
        return connection.enabled() ? known.get(connectionId, any -> ask(connection)) : Optional.empty();
    }

    /** Of many connections, asked at the same time: a PSA that is slow delays its own answer only. */
    Map<String, Optional<String>> ofAll(Collection<String> connectionIds) {
        Map<String, CompletableFuture<Optional<String>>> asked = connectionIds.stream().distinct()
            .collect(Collectors.toMap(id -> id, id -> CompletableFuture.supplyAsync(() -> orNone(id), askers)));
        return asked.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().join()));
    }

    @PreDestroy
    void close() {
        askers.shutdownNow();
    }

    /** For lists of many connections: one of them that is deleted or cannot be read has no links, whatever the reason. */
    private Optional<String> orNone(String connectionId) {
        try {
            return of(connectionId);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    @EventListener
    void changed(ConnectionChanged event) {
        known.invalidate(event.id());
    }

    private Optional<String> ask(Connection connection) {
        if (!optional.has(connection, "links")) return Optional.empty();
        try {
            Object links = routes.send("direct:" + connection.system() + "-links", connection, sent -> { }).getMessage().getBody();
            for (JsonNode link : json.<JsonNode>valueToTree(links)) {
                if (link.path("shows").asText().equals("opportunity")) return Optional.of(link.path("link").asText()).filter(PageAddress::isValid);
            }
            return Optional.empty();
        } catch (RemoteFailure | NoAnswer e) {
            return Optional.empty();
        }
    }
}
