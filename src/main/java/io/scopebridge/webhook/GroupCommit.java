package io.scopebridge.webhook;

import io.scopebridge.database.DatabaseUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores in one transaction what arrived for a connection while the one before was being committed. No thread of its own: the first that
 * waits stores for all, then the next. Connections do not wait for each other.
 */
final class GroupCommit<E, R> {

    static final int MOST = 50;

    interface Store<E, R> {

        /** In one transaction, in this order; empty if nothing was stored because they cannot be stored together. */
        Optional<List<R>> together(String connection, List<E> events);

        R alone(String connection, E event);
    }

    private enum Turn { STORE_FOR_ALL, STORE_ALONE, STORED }

    private static final class Waiting<E, R> {

        private final E event;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private R result;

        Waiting(E event) {
            this.event = event;
        }

        void stored(R what) {
            result = what;
            turn.complete(Turn.STORED);
        }
    }

    private final Store<E, R> store;
    /** Of connections for which somebody stores now: who waits. */
    private final Map<String, Queue<Waiting<E, R>>> waiting = new ConcurrentHashMap<>();

    GroupCommit(Store<E, R> store) {
        this.store = store;
    }

    /** Back after the commit. Throws what the store throws. */
    R store(String connection, E event) {
        Waiting<E, R> own = new Waiting<>(event);
        waiting.compute(connection, (id, others) -> {
            if (others == null) own.turn.complete(Turn.STORE_FOR_ALL);
            Queue<Waiting<E, R>> all = others == null ? new ArrayDeque<>() : others;
            all.add(own);
            return all;
        });
        return switch (turn(own)) {
            case STORED -> own.result;
            case STORE_ALONE -> store.alone(connection, event);
            case STORE_FOR_ALL -> forAll(connection, own);
        };
    }

    private static <E, R> Turn turn(Waiting<E, R> own) {
        try {
            return own.turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }

    private R forAll(String connection, Waiting<E, R> own) {
        List<Waiting<E, R>> others = new ArrayList<>();
        try {
            waiting.computeIfPresent(connection, (id, all) -> {
                all.remove();
                while (others.size() < MOST - 1 && !all.isEmpty()) others.add(all.remove());
                return all;
            });
            return others.isEmpty() ? store.alone(connection, own.event) : together(connection, own, others);
        } finally {
            next(connection);
            // Only after an error that nothing can be done about.
            others.forEach(other -> other.turn.complete(Turn.STORE_ALONE));
        }
    }

    private R together(String connection, Waiting<E, R> own, List<Waiting<E, R>> others) {
        List<E> events = new ArrayList<>(List.of(own.event));
        others.forEach(other -> events.add(other.event));
        Optional<List<R>> stored;
        try {
            stored = store.together(connection, events);
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.causes(e)) {
                others.forEach(other -> other.turn.completeExceptionally(e));
                throw e;
            }
            // One of them is the cause; the others have nothing to do with it.
            stored = Optional.empty();
        }
        if (stored.isEmpty()) {
            others.forEach(other -> other.turn.complete(Turn.STORE_ALONE));
            return store.alone(connection, own.event);
        }
        for (int i = 0; i < others.size(); i++) others.get(i).stored(stored.get().get(i + 1));
        return stored.get().get(0);
    }

    private void next(String connection) {
        waiting.computeIfPresent(connection, (id, all) -> {
            if (all.isEmpty()) return null;
            all.element().turn.complete(Turn.STORE_FOR_ALL);
            return all;
        });
    }
}
