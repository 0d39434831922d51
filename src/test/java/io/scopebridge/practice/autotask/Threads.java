package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many requests may be under way at once for one entity. */
class Threads {

    private final Map<Request, String> underWay = new IdentityHashMap<>();
    private final Map<String, Integer> now = new HashMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    private int limit = 3;
    private int status = 500;

    synchronized void limit(int requests) {
        limit = requests;
    }

    synchronized void status(int refusal) {
        status = refusal;
    }

    synchronized void enter(Request request, String entity) {
        underWay.put(request, entity);
        int count = now.merge(entity, 1, Integer::sum);
        most.merge(entity, count, Math::max);
        if (count > limit) throw new Refusal(Errors.answer(status, List.of(
            "Itgenatr005: The maximum number of threads (thread threshold of " + limit + ") for " + entity
                + " has been reached. Please try again later.")));
    }

    synchronized void leave(Request request) {
        String entity = underWay.remove(request);
        if (entity != null) now.merge(entity, -1, Integer::sum);
    }

    synchronized int most(String entity) {
        return most.getOrDefault(entity, 0);
    }

    synchronized void forget() {
        most.clear();
    }
}
