package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a system told about a connection and what stays true for a while: its zone, its code base, a token, picklists.
 * A fact is fetched by the route {@code direct:<fact>}, once for all who ask at the same time, and kept in memory for as long as
 * the route says in the variable {@code keepFor} (seconds, one hour when it says nothing).
 */
@Component("facts")
public class TenantCache {

    private static final long ONE_HOUR = 3600;

    /** @param about what the fact is about, such as a board; null when it is about the connection itself */
    private record Key(String connectionId, String fact, Object about) {
    }

    private record Fact(Object value, Instant until) {
    }

    private final Map<Key, CompletableFuture<Fact>> facts = new ConcurrentHashMap<>();
    private final Routes routes;
    private final Clock clock = Clock.systemUTC();

    TenantCache(Routes routes) {
        this.routes = routes;
    }

    public Object of(Connection connection, String fact) {
        return of(connection, fact, null);
    }

    /** A fact about something, such as the statuses of a board; the route gets it as its body. */
    public Object of(Connection connection, String fact, Object about) {
        Key key = new Key(connection.id(), fact, about);
        CompletableFuture<Fact> mine = new CompletableFuture<>();
        CompletableFuture<Fact> known = facts.compute(key, (k, there) -> there == null || isOver(there) ? mine : there);
        if (known == mine) fetch(key, connection, mine);
        try {
            return known.join().value();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** The fact as it is now; whoever asks later gets it too. */
    public Object anew(Connection connection, String fact) {
        facts.remove(new Key(connection.id(), fact, null));
        return of(connection, fact);
    }

    /** Forgets a fact that turned out to be over; one that somebody else has fetched anew meanwhile stays. */
    public void forget(Connection connection, String fact, Object over) {
        facts.computeIfPresent(new Key(connection.id(), fact, null), (key, known) -> holds(known, over) ? null : known);
    }

    /** What one system told is asked for again. */
    public void forgetAll(Connection connection, String system) {
        facts.keySet().removeIf(key -> key.connectionId().equals(connection.id()) && key.fact().startsWith(system + "-"));
    }

    /** Everything that the connection's systems told is asked for again. */
    public void forgetAll(Connection connection) {
        facts.keySet().removeIf(key -> key.connectionId().equals(connection.id()));
    }

    /** What was true of the former settings may not be true of the new ones. */
    @EventListener
    void changed(ConnectionChanged event) {
        facts.keySet().removeIf(key -> key.connectionId().equals(event.id()));
    }

    private void fetch(Key key, Connection connection, CompletableFuture<Fact> mine) {
        try {
            Exchange exchange = routes.send("direct:" + key.fact(), connection, sent -> sent.getMessage().setBody(key.about()));
            long seconds = exchange.getVariable("keepFor", ONE_HOUR, Long.class);
            mine.complete(new Fact(exchange.getMessage().getBody(), clock.instant().plus(Duration.ofSeconds(seconds))));
        } catch (RuntimeException | Error e) {
            facts.remove(key, mine);
            mine.completeExceptionally(e);
        }
    }

    private static boolean holds(CompletableFuture<Fact> fact, Object value) {
        return fact.isDone() && !fact.isCompletedExceptionally() && Objects.equals(fact.join().value(), value);
    }

    private boolean isOver(CompletableFuture<Fact> fact) {
        return fact.isDone() && (fact.isCompletedExceptionally() || fact.join().until().isBefore(clock.instant()));
    }
}
