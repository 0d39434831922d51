package io.scopebridge.remote;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Cached responses of a connection's systems: URL, token, lists. Concurrent callers share one call; the route determines how long the
 * response stays in memory.
 */
@Component("tenantCache")
public class TenantCache {

    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final int MOST = 20_000;
    /** Begins the holder of what several connections share; no id of a connection has a colon. */
    private static final String SHARED = "shared:";

    /**
     * @param settings a hash of the settings and secrets: a job that began before they changed, here or at another node, leaves nothing to those after it
     * @param about the call, where it is the answer to one; null otherwise
     */
    private record Key(String connectionId, int settings, String name, Call about) {

        static Key of(Connection connection, String name, Call about) {
            return new Key(connection.id(), Objects.hash(connection.settings(), connection.secrets()), name, about);
        }
    }

    private record Kept(Object value, Duration length) {
    }

    private final AsyncCache<Key, Kept> answers = Caffeine.newBuilder().maximumSize(MOST)
        .expireAfter(Expiry.<Key, Kept>creating((key, kept) -> kept.length())).buildAsync();
    private record Mark(String connectionId, String mark) {
    }

    private final Cache<Mark, Boolean> marks = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofDays(7)).build();
    private final Routes routes;

    TenantCache(Routes routes) {
        this.routes = routes;
    }

    /** The body that the route {@code direct:<name>} returns, cached for the seconds in its variable {@code keepFor}, by default one hour. */
    public Object of(Connection connection, String name) {
        return get(Key.of(connection, name, null), () -> load(connection, name));
    }

    /**
     * As {@link #of}, shared by all connections with the same values of these settings and secrets: a system may accept only the newest
     * token of a client.
     *
     * @param settings their paths, separated by commas
     */
    public Object shared(Connection connection, String name, String settings) {
        return get(new Key(holder(connection, settings), 0, name, null), () -> load(connection, name));
    }

    /** As {@link #forget}, of a value that connections share. */
    public void forgetShared(Connection connection, String name, String settings, Object over) {
        forget(new Key(holder(connection, settings), 0, name, null), over);
    }

    /** The response to a call. */
    Object read(Connection connection, String system, Call call, Duration length, Supplier<Object> answer) {
        return get(readOf(connection, system, call), () -> new Kept(answer.get(), length));
    }

    /** Removes the response to a call. */
    void refresh(Connection connection, String system, Call call) {
        map().remove(readOf(connection, system, call));
    }

    /** Removes an outdated value; one that was refreshed in the meantime is kept. */
    public void forget(Connection connection, String name, Object over) {
        forget(Key.of(connection, name, null), over);
    }

    /** Removes the body that a route returned: whoever needs it next reads it. */
    public void drop(Connection connection, String name) {
        map().remove(Key.of(connection, name, null));
    }

    /** Removes all responses of one system. */
    public void forgetAll(Connection connection, String system) {
        forget(key -> (key.connectionId().equals(connection.id()) || key.connectionId().startsWith(SHARED)) && key.name().startsWith(system + "-"));
    }

    /**
     * Removes what this connection alone has cached, once for each mark.
     *
     * @param mark names what a person may have changed in the systems; null: nothing is removed
     */
    public void readAgain(Connection connection, String mark) {
        if (mark != null && marks.asMap().putIfAbsent(new Mark(connection.id(), mark), true) == null) outdated(connection);
    }

    /** Removes what this connection alone has cached: a value that was chosen from it does not exist. */
    public void outdated(Connection connection) {
        forget(key -> key.connectionId().equals(connection.id()));
    }

    /** Removes all responses of the connection's systems. */
    public void forgetAll(Connection connection) {
        forget(key -> key.connectionId().equals(connection.id()) || key.connectionId().startsWith(SHARED));
    }

    /** Cached data may not apply to the new settings. */
    @EventListener
    void changed(ConnectionChanged event) {
        forget(key -> key.connectionId().equals(event.id()) || key.connectionId().startsWith(SHARED));
    }

    private Kept load(Connection connection, String name) {
        Exchange exchange = routes.send("direct:" + name, connection, sent -> { });
        return new Kept(exchange.getMessage().getBody(), Duration.ofSeconds(exchange.getVariable("keepFor", ONE_HOUR.toSeconds(), Long.class)));
    }

    private static String holder(Connection connection, String settings) {
        StringBuilder values = new StringBuilder();
        for (String path : settings.split(",")) values.append(connection.setting(path)).append('\0').append(connection.secret(path)).append('\0');
        return SHARED + DigestUtils.sha256Hex(values.toString());
    }

    private void forget(Key key, Object over) {
        map().computeIfPresent(key, (known, value) -> holds(value, over) ? null : value);
    }

    private void forget(Predicate<Key> which) {
        map().keySet().removeIf(which);
    }

    /** Runs on the thread of the first caller; a failure is returned to all waiting callers and is not cached. */
    private Object get(Key key, Supplier<Kept> ask) {
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> known = answers.get(key, (wanted, executor) -> mine);
        if (known == mine) complete(mine, ask);
        try {
            return (known.isDone() ? known.join() : Waiting.during(known::join)).value();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private static void complete(CompletableFuture<Kept> mine, Supplier<Kept> ask) {
        try {
            mine.complete(ask.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    private static boolean holds(CompletableFuture<Kept> known, Object value) {
        return known.isDone() && !known.isCompletedExceptionally() && Objects.equals(known.join().value(), value);
    }

    private static Key readOf(Connection connection, String system, Call call) {
        return Key.of(connection, system + "-read", call);
    }

    private ConcurrentMap<Key, CompletableFuture<Kept>> map() {
        return answers.asMap();
    }
}
