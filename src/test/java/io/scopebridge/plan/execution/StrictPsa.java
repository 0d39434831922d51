package io.scopebridge.plan.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.governor.Endpoint;
import io.scopebridge.remote.Answer;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.NoAnswer;
import io.scopebridge.remote.RemoteSystems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A system that keeps records: ids count from 1 in each endpoint, a parent in the path and every {@code ...Id} in a body must exist,
 * a query {@code field=number} filters. It shows the faults that it was told to.
 */
public class StrictPsa implements RemoteSystems {

    public static final ObjectMapper JSON = new ObjectMapper();

    public enum Fault { UNSENT, LOST_BEFORE, LOST_AFTER, WITHOUT_ID, ODD, BLIND }

    private record Trap(Predicate<Call> when, Object what, int[] times) {
    }

    public final List<Call> calls = new ArrayList<>();
    public final List<Call> listings = new ArrayList<>();
    public final List<Call> counts = new ArrayList<>();
    final Map<String, Integer> mostInFlight = new TreeMap<>();
    public volatile LifeLine life = LifeLine.endless();
    volatile Duration delay = Duration.ZERO;
    volatile Duration listingDelay = Duration.ZERO;
    /** How a summary is kept. */
    volatile UnaryOperator<String> stored = UnaryOperator.identity();
    volatile Runnable beforeActing = () -> { };
    private final Map<String, List<ObjectNode>> records = new TreeMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final List<Trap> traps = new ArrayList<>();

    public synchronized void trap(Predicate<Call> when, Object what, int times) {
        traps.add(new Trap(when, what, new int[] {times}));
    }

    public synchronized void heal() {
        traps.clear();
    }

    /** Shows the fault to the next calls whose body says this. */
    public void trap(String field, String value, Object what, int times) {
        trap(call -> call.body() != null && value.equals(call.body().path(field).asText()), what, times);
    }

    public static Answer status(int status, Map<String, String> headers) {
        return new Answer(status, headers, "{}", JSON.createObjectNode(), "");
    }

    static Answer status(int status, ObjectNode body) {
        return new Answer(status, Map.of(), body.toString(), body, "");
    }

    public synchronized List<ObjectNode> all(String endpoint) {
        return new ArrayList<>(records.getOrDefault(endpoint, List.of()));
    }

    public List<String> values(String endpoint, String field) {
        return all(endpoint).stream().map(row -> row.path(field).asText()).toList();
    }

    public synchronized String add(String endpoint, ObjectNode row) {
        List<ObjectNode> rows = records.computeIfAbsent(endpoint, any -> new ArrayList<>());
        int id = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).path("id").asInt() + 1;
        row.put("id", id);
        rows.add(row);
        return String.valueOf(id);
    }

    public synchronized void remove(String endpoint, String id) {
        records.getOrDefault(endpoint, List.of()).removeIf(row -> row.path("id").asText().equals(id));
    }

    @Override
    public Answer call(Connection connection, String system, Call call) {
        life.instant();
        String endpoint = Endpoint.of(call.path());
        enter(endpoint, call);
        try {
            if (!delay.isZero()) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
            }
            beforeActing.run();
            Object fault = fault(call);
            if (fault instanceof Answer answer) {
                return answer;
            }
            if (fault instanceof RuntimeException refusal) {
                throw refusal;
            }
            if (fault == Fault.UNSENT || fault == Fault.LOST_BEFORE) {
                throw new NoAnswer("connection closed", fault != Fault.UNSENT, null);
            }
            Answer answer = act(endpoint, call);
            life.instant();
            if (fault == Fault.LOST_AFTER) {
                throw new NoAnswer("read timed out", true, null);
            }
            if (fault == Fault.ODD) {
                throw new IllegalStateException("a route broke after the answer");
            }
            return fault == Fault.WITHOUT_ID ? status(200, Map.of()) : answer;
        } catch (InterruptedException e) {
            throw new NoAnswer("interrupted", true, e);
        } finally {
            leave(endpoint);
        }
    }

    @Override
    public List<JsonNode> list(Connection connection, String system, Call call, String rows) {
        life.instant();
        LockSupport.parkNanos(listingDelay.toNanos());
        synchronized (this) {
            listings.add(call);
            Object fault = fault(call);
            if (fault instanceof RuntimeException refusal) {
                throw refusal;
            }
            if (fault == Fault.BLIND) {
                return List.of();
            }
            List<JsonNode> found = new ArrayList<>();
            for (ObjectNode row : all(Endpoint.of(call.path()))) {
                boolean child = parent(call.path()) == null || row.path("_parent").asText().equals(parent(call.path()));
                String[] filter = call.query() == null ? null : call.query().split("=");
                if (child && (filter == null || row.path(filter[0]).asText().equals(filter[1]))) {
                    found.add(row.deepCopy());
                }
            }
            return found;
        }
    }

    /** Of all rows, also while a listing shows none of them. */
    @Override
    public OptionalLong count(Connection connection, String system, Call call, String pointer) {
        synchronized (this) {
            counts.add(call);
            Object fault = fault(call);
            if (fault instanceof RuntimeException refusal) {
                throw refusal;
            }
            return fault == Fault.BLIND ? OptionalLong.empty() : OptionalLong.of(all(Endpoint.of(call.path().replaceFirst("/count$", ""))).size());
        }
    }

    private synchronized Answer act(String endpoint, Call call) {
        if (call.method().equals("PATCH")) {
            String id = call.path().substring(call.path().lastIndexOf('/') + 1);
            Optional<ObjectNode> row = all(endpoint).stream().filter(r -> r.path("id").asText().equals(id)).findFirst();
            if (row.isEmpty()) {
                return status(404, Map.of());
            }
            row.get().setAll((ObjectNode) call.body());
            return answer(row.get());
        }
        String parent = parent(call.path());
        if (parent != null && !exists(parent.split("/")[0], parent.split("/")[1])) {
            return status(404, Map.of());
        }
        for (Iterator<String> names = call.body().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.endsWith("Id") && !exists(name.substring(0, name.length() - 2) + "s", call.body().path(name).asText())) {
                return status(404, Map.of());
            }
        }
        ObjectNode row = call.body().deepCopy();
        if (row.has("summary")) {
            row.put("summary", stored.apply(row.path("summary").asText()));
        }
        add(endpoint, row);
        row.put("_parent", parent);
        return answer(row);
    }

    private static Answer answer(ObjectNode row) {
        return new Answer(201, Map.of(), row.toString(), row.deepCopy(), "");
    }

    private boolean exists(String endpoint, String id) {
        return all(endpoint).stream().anyMatch(row -> row.path("id").asText().equals(id));
    }

    /** {@code projects/5} of {@code /projects/5/phases}. */
    private static String parent(String path) {
        String[] segments = path.split("/");
        return segments.length == 4 ? segments[1] + "/" + segments[2] : null;
    }

    private synchronized Object fault(Call call) {
        for (Trap trap : traps) {
            if (trap.times[0] > 0 && trap.when.test(call)) {
                trap.times[0]--;
                return trap.what;
            }
        }
        return null;
    }

    private synchronized void enter(String endpoint, Call call) {
        calls.add(call);
        int now = inFlight.merge(endpoint, 1, Integer::sum);
        mostInFlight.merge(endpoint, now, Math::max);
    }

    private synchronized void leave(String endpoint) {
        inFlight.merge(endpoint, -1, Integer::sum);
    }

    /** What the mapping of a system would say of its answers. */
    static Optional<Failure> diagnose(Connection connection, String system, Call call, Answer answer) {
        FailureClass type = switch (answer.status()) {
            case 200, 201 -> null;
            case 401 -> FailureClass.AUTHENTICATION;
            case 403 -> FailureClass.PERMISSION;
            case 404 -> FailureClass.MISSING_REFERENCE;
            case 409 -> FailureClass.DUPLICATE;
            case 429 -> FailureClass.RATE_LIMIT;
            case 503 -> FailureClass.TRANSIENT;
            case 504 -> FailureClass.OUTCOME_UNKNOWN;
            default -> FailureClass.VALIDATION;
        };
        Duration pause = answer.header("retry-after-millis") == null ? null : Duration.ofMillis(Long.parseLong(answer.header("retry-after-millis")));
        return Optional.ofNullable(type).map(t -> new Failure(t, "status " + answer.status(), "see the manual", null, pause, null, null));
    }

    public static RemoteFailure refusal(FailureClass type) {
        return new RemoteFailure(Failure.of(type, "refused: " + type, "see the manual"));
    }
}
