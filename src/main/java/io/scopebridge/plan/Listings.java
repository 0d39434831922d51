package io.scopebridge.plan;

import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.RemoteSystems;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The listings that the look-ups of one run share. */
final class Listings {

    private record Question(Call call, String rows) {
    }

    private record Asked(long at, CompletableFuture<Listing> listing) {
    }

    private final RemoteSystems remote;
    private final Connection connection;
    private final String system;
    private final Map<Question, Asked> asked = new HashMap<>();

    Listings(RemoteSystems remote, Connection connection, String system) {
        this.remote = remote;
        this.connection = connection;
        this.system = system;
    }

    /**
     * One call for all who ask the same. Whoever comes while it is under way waits for it.
     *
     * @param notBefore a listing that was begun earlier ({@code System.nanoTime()}) cannot show what the caller looks for
     */
    Listing of(Call call, String rows, long notBefore) {
        Question question = new Question(call, rows);
        Asked mine = null;
        Asked current;
        synchronized (asked) {
            current = asked.get(question);
            if (current == null || current.at - notBefore < 0) {
                mine = current = new Asked(System.nanoTime(), new CompletableFuture<>());
                asked.put(question, mine);
            }
        }
        if (mine != null) {
            fetch(question, mine);
        }
        try {
            return current.listing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private void fetch(Question question, Asked mine) {
        try {
            mine.listing.complete(new Listing(remote.list(connection, system, question.call, question.rows)));
        } catch (RuntimeException | Error e) {
            synchronized (asked) {
                asked.remove(question, mine);
            }
            mine.listing.completeExceptionally(e);
        }
    }
}
