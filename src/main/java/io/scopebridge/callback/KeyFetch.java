package io.scopebridge.callback;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.Routes;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Fetches signing keys by {@code direct:<system>-callback-key}, in separate threads, and only a few per connection at a time. */
@Component
class KeyFetch {

    private static final int AT_A_TIME = 2;

    /** One of the two is null. A failure is a value, because the cache would otherwise log every attempt of a stranger. */
    record Fetched(byte[] key, CallbackRefused refused) {

        static Fetched later() {
            return new Fetched(null, CallbackRefused.later("The signing key cannot be fetched at the moment."));
        }

        static Fetched none() {
            return new Fetched(null, new CallbackRefused(HttpStatus.UNAUTHORIZED, "There is no signing key at the address that the callback names."));
        }
    }

    private final Routes routes;
    private final Map<String, ExecutorService> fetchers = new ConcurrentHashMap<>();

    KeyFetch(Routes routes) {
        this.routes = routes;
    }

    /** A slow tenant does not delay others. */
    CompletableFuture<Fetched> begin(Connection connection, KeyAddress address) {
        return CompletableFuture.supplyAsync(() -> fetched(connection, address), fetchers.computeIfAbsent(connection.id(), any -> fetcher()));
    }

    @PreDestroy
    void stop() {
        fetchers.values().forEach(ExecutorService::shutdownNow);
    }

    /** Its threads end when nothing is fetched for a while. */
    private static ExecutorService fetcher() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(AT_A_TIME, AT_A_TIME, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "callback-keys");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private Fetched fetched(Connection connection, KeyAddress address) {
        try {
            Object key = routes.send("direct:" + connection.system() + "-callback-key", connection, sent -> {
                sent.setVariable("baseUrl", address.origin());
                sent.getMessage().setHeader(Exchange.HTTP_PATH, address.path());
                if (address.query() != null) sent.getMessage().setHeader(Exchange.HTTP_QUERY, address.query());
            }).getMessage().getBody();
            byte[] bytes = key instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) key;
            return bytes == null || bytes.length == 0 ? Fetched.none() : new Fetched(bytes, null);
        } catch (RemoteFailure e) {
            return e.failure().type().passes() ? Fetched.later() : Fetched.none();
        } catch (RuntimeException e) {
            return Fetched.later();
        }
    }
}
