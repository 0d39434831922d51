package io.scopebridge.plan.lookup;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.remote.Call;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The listings shared by the lookups of one run. */
public final class Listings {

    private record Question(Call call, String rows) {
    }

    private record Asked(long at, CompletableFuture<Listing> listing) {
    }

    private final PlanCalls calls;
    private final Map<Question, Asked> asked = new HashMap<>();
    private final Map<Question, FailedTries> failed = new HashMap<>();
    private final Map<Question, FailedTries> unproven = new HashMap<>();

    public Listings(PlanCalls calls) {
        this.calls = calls;
    }

    /** The number of distinct listings, and of counts that proved them. */
    public int asked() {
        synchronized (asked) {
            return asked.size() + (int) asked.values().stream().filter(one -> one.listing.isDone() && !one.listing.isCompletedExceptionally() && one.listing.join().isProven()).count();
        }
    }

    public boolean wasAsked(Call call, String rows) {
        synchronized (asked) {
            return asked.containsKey(new Question(call, rows));
        }
    }

    /** After it failed: until it is asked again; empty when it failed often enough. */
    Optional<Duration> untilNextTry(Call call, String rows, Function<Duration, Optional<Duration>> schedule) {
        synchronized (asked) {
            Question question = new Question(call, rows);
            FailedTries tries = unproven.getOrDefault(question, failed.get(question));
            // Another step has been answered meanwhile.
            return tries == null ? schedule.apply(Duration.ZERO) : tries.untilNext(schedule, System.nanoTime());
        }
    }

    /**
     * One call for all callers with the same listing. Callers that arrive while it is in flight wait for it.
     *
     * @param step      the calling step; the call is recorded for the first caller
     * @param notBefore a listing started before this time ({@code System.nanoTime()}) cannot contain the object
     */
    Listing of(String step, Call call, String rows, long notBefore) {
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
            fetch(step, question, mine);
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

    /**
     * A listing of which what it lacks does not exist: this one, or a new one that has the rows which were added meanwhile, by nodes that were
     * stopped or by people. Counted once for all callers.
     *
     * @throws RemoteFailure if the system counts more rows than it lists; whoever looks again gets a new listing
     */
    Listing proven(String step, Call call, String rows, Listing listing, Call count, String pointer) {
        Question question = new Question(call, rows);
        long begun = System.nanoTime();
        try {
            Listing proven = listing.proven(() -> proof(step, question, listing, calls.count(step, count, pointer)));
            synchronized (asked) {
                unproven.remove(question);
            }
            return proven;
        } catch (RuntimeException e) {
            synchronized (asked) {
                asked.computeIfPresent(question, (same, current) -> current.listing.isDone() && !current.listing.getNow(null).isProven() ? null : current);
                unproven.computeIfAbsent(question, any -> new FailedTries(begun)).again(begun);
            }
            throw e;
        }
    }

    private Listing proof(String step, Question question, Listing listing, OptionalLong counted) {
        if (counted.isEmpty() || counted.getAsLong() <= listing.rows().size()) return listing;
        Listing later = of(step, question.call, question.rows, System.nanoTime());
        if (counted.getAsLong() > later.rows().size()) {
            throw new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "The list of " + question.call.method() + " " + question.call.path() + " is incomplete: it has " + later.rows().size() + " rows, and the system counts " + counted.getAsLong() + ".",
                "No action needed at first: it is read again, and nothing is created before. If it persists, check that the API user may see all records, and whatever is between the hub and the remote system."));
        }
        later.complete();
        return later;
    }

    private void fetch(String step, Question question, Asked mine) {
        try {
            Listing listing = new Listing(calls.list(step, question.call, question.rows));
            synchronized (asked) {
                failed.remove(question);
            }
            mine.listing.complete(listing);
        } catch (RuntimeException | Error e) {
            synchronized (asked) {
                asked.remove(question, mine);
                failed.computeIfAbsent(question, any -> new FailedTries(mine.at)).again(mine.at);
            }
            mine.listing.completeExceptionally(e);
        }
    }
}
