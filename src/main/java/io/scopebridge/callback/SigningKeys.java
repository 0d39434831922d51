package io.scopebridge.callback;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.Routes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The keys that callbacks are signed with, fetched by {@code direct:<system>-callback-key} and kept for an hour. Whoever sends a callback
 * is unknown until it is checked, so few are fetched at a time and in a minute, and nobody waits long for one.
 */
@Component
class SigningKeys {

    private static final int FETCHES_PER_MINUTE = 10;
    /** A sender gives up after five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Key(String connection, KeyAddress.Parts address) {
    }

    /** One of both is null. A failure is a value: the cache would write a stranger's every attempt into the log. */
    private record Fetched(String key, Refused problem) {
    }

    private final Routes routes;
    private final ExecutorService fetchers = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "callback-keys");
        thread.setDaemon(true);
        return thread;
    });
    private final AsyncCache<Key, Fetched> keys = Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofHours(1)).buildAsync();
    private final Cache<String, AtomicInteger> fetched = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    SigningKeys(Routes routes) {
        this.routes = routes;
    }

    /** @throws Refused when the key is not there, or not in time: 429, so that the sender comes again in a few seconds */
    String of(Connection connection, KeyAddress.Parts address) {
        Key asked = new Key(connection.id(), address);
        CompletableFuture<Fetched> key = keys.get(asked, (any, executor) -> fetch(connection, address));
        try {
            Fetched fetched = key.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (fetched.problem() == null) return fetched.key();
            keys.asMap().remove(asked, key);
            throw fetched.problem();
        } catch (TimeoutException | ExecutionException e) {
            throw later();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later();
        }
    }

    @PreDestroy
    void stop() {
        fetchers.shutdownNow();
    }

    private CompletableFuture<Fetched> fetch(Connection connection, KeyAddress.Parts address) {
        AtomicInteger count = fetched.get(connection.id(), id -> new AtomicInteger());
        if (count.incrementAndGet() > FETCHES_PER_MINUTE) return CompletableFuture.completedFuture(new Fetched(null, later()));
        return CompletableFuture.supplyAsync(() -> {
            try {
                String key = read(connection, address);
                return key == null || key.isBlank() ? new Fetched(null, none()) : new Fetched(key, null);
            } catch (RemoteFailure e) {
                return new Fetched(null, e.failure().type().passes() ? later() : none());
            } catch (RuntimeException e) {
                return new Fetched(null, later());
            }
        }, fetchers);
    }

    private String read(Connection connection, KeyAddress.Parts address) {
        return routes.send("direct:" + connection.system() + "-callback-key", connection, sent -> {
            sent.setVariable("baseUrl", address.origin());
            sent.getMessage().setHeader(Exchange.HTTP_PATH, address.path());
            if (address.query() != null) sent.getMessage().setHeader(Exchange.HTTP_QUERY, address.query());
        }).getMessage().getBody(String.class);
    }

    private static Refused none() {
        return new Refused(HttpStatus.UNAUTHORIZED, "There is no signing key at key_url.");
    }

    private static Refused later() {
        return new Refused(HttpStatus.TOO_MANY_REQUESTS, "The signing key cannot be fetched at the moment.");
    }
}
