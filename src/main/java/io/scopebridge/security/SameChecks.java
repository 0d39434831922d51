package io.scopebridge.security;

import io.scopebridge.web.Slots;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Equal passwords for one name from one place, sent while one of them is being checked, get its result: a program that begins with many
 * requests at once needs one check. Whoever guesses gains nothing by sending a guess twice.
 */
class SameChecks {

    static final int MOST_WAITING = 60;
    static final int MOST_WAITING_OF_ONE_ADDRESS = 40;
    private static final long LONGEST_WAIT_MILLIS = 4_000;

    private final Slots slots = new Slots(MOST_WAITING_OF_ONE_ADDRESS, MOST_WAITING);
    private final ConcurrentMap<String, CompletableFuture<Object>> running = new ConcurrentHashMap<>();

    /** @param same a keyed hash of name, password and place */
    @SuppressWarnings("unchecked")
    <T> T once(String same, String place, Supplier<T> check) {
        CompletableFuture<Object> own = new CompletableFuture<>();
        CompletableFuture<Object> first = running.putIfAbsent(same, own);
        if (first == null) return first(same, own, check);
        if (!slots.take(place)) return check.get();
        try {
            return (T) first.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new TooManyChecks();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyChecks();
        } finally {
            slots.giveBack(place);
        }
    }

    private <T> T first(String same, CompletableFuture<Object> own, Supplier<T> check) {
        try {
            T result = check.get();
            own.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(same, own);
        }
    }
}
