package io.scopebridge.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The faults that a practice server shows; the first that fits a request is taken. */
public class Faults {

    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    public Faults latency(String method, String path, long millis, int times) {
        return add(method, path, Fault.Kind.LATENCY, 0, null, null, millis, 0, times);
    }

    public Faults status(String method, String path, int status, Integer retryAfter, int times) {
        return add(method, path, Fault.Kind.STATUS, status, retryAfter, null, 0, 0, times);
    }

    public Faults status(String method, String path, int status, String body, int times) {
        return add(method, path, Fault.Kind.STATUS, status, null, body, 0, 0, times);
    }

    /** Shows the status only after so many fitting requests went through. */
    public Faults statusAfter(int skip, String method, String path, int status, String body, int times) {
        return add(method, path, Fault.Kind.STATUS, status, null, body, 0, skip, times);
    }

    /** Refuses with 429 only after so many fitting requests went through. */
    public Faults throttledAfter(int skip, String method, String path, int retryAfter, int times) {
        return add(method, path, Fault.Kind.STATUS, 429, retryAfter, null, 0, skip, times);
    }

    public Faults kind(String method, String path, Fault.Kind kind, int times) {
        return add(method, path, kind, 0, null, null, 0, 0, times);
    }

    /** Shows the fault only after so many fitting requests went through. */
    public Faults kindAfter(int skip, String method, String path, Fault.Kind kind, int times) {
        return add(method, path, kind, 0, null, null, 0, skip, times);
    }

    public void clear() {
        faults.clear();
    }

    void add(JsonNode fault) {
        add(fault.path("method").asText("*"), fault.path("path").asText(".*"),
            Fault.Kind.valueOf(fault.path("kind").asText("STATUS")), fault.path("status").asInt(500),
            fault.has("retryAfter") ? fault.get("retryAfter").asInt() : null, fault.path("body").asText(null),
            fault.path("millis").asLong(0), fault.path("skip").asInt(0), fault.path("times").asInt(1));
    }

    Optional<Fault> forRequest(Request request) {
        return faults.stream().filter(fault -> fault.takes(request)).findFirst();
    }

    private Faults add(String method, String path, Fault.Kind kind, int status, Integer retryAfter, String body,
                       long millis, int skip, int times) {
        faults.add(new Fault(method, Pattern.compile(path), kind, status, retryAfter, body, millis,
            new AtomicInteger(skip), new AtomicInteger(times)));
        return this;
    }
}
