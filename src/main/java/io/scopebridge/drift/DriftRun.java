package io.scopebridge.drift;

import io.scopebridge.failure.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** One check, in the variable {@code drift} of its route: which scopes are left, and what became of the others. */
public final class DriftRun {

    private static final int SCOPES = 20;
    private static final int RECORDS = 1_500;
    private static final int FAILURES = 3;

    private record Batch(String system, List<String> scopes) {
    }

    private final long job;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Map<String, List<String>> subjects = new HashMap<>();
    private String system;
    private List<Scope> batch = List.of();
    private int failedInARow;
    private int checked;
    private int differences;
    private int fresh;
    private final List<String> incomplete = new ArrayList<>();
    private Failure reason;

    DriftRun(long job) {
        this.job = job;
    }

    /** @param subjectsOf by scope */
    void add(String ofSystem, SortedMap<String, List<String>> subjectsOf, Comparator<String> order) {
        subjects.putAll(subjectsOf);
        List<String> scopes = subjectsOf.keySet().stream().sorted(order).toList();
        for (int from = 0; from < scopes.size(); from += SCOPES) batches.add(new Batch(ofSystem, scopes.subList(from, Math.min(scopes.size(), from + SCOPES))));
    }

    /** For the route. */
    public boolean isMore() {
        return !batches.isEmpty();
    }

    /** For the route: the system of the batch. */
    public String getSystem() {
        return system;
    }

    /** For the route: scopes that were compared completely. */
    public int getChecked() {
        return checked;
    }

    /** For the route. */
    public int getDifferences() {
        return differences;
    }

    long job() {
        return job;
    }

    /** How many differences no earlier check had found. */
    int fresh() {
        return fresh;
    }

    List<String> subjects(String scope) {
        return subjects.getOrDefault(scope, List.of());
    }

    /** Takes the next scopes; those that would make the batch too large come later. */
    List<Scope> next(BiFunction<String, String, Scope> read) {
        Batch next = batches.remove();
        system = next.system();
        List<String> names = next.scopes();
        List<Scope> taken = new ArrayList<>();
        int records = 0;
        for (int i = 0; i < names.size(); i++) {
            Scope scope = read.apply(system, names.get(i));
            records += scope.records().size();
            taken.add(scope);
            if (records >= RECORDS && i + 1 < names.size()) {
                batches.addFirst(new Batch(system, names.subList(i + 1, names.size())));
                break;
            }
        }
        batch = taken;
        return taken;
    }

    List<Scope> batch() {
        return batch;
    }

    void compared(DriftReports.Kept kept) {
        failedInARow = 0;
        checked += batch.size();
        differences += kept.open();
        fresh += kept.fresh();
    }

    /** Whether it is rather the system than one list. */
    boolean failsAlways() {
        return ++failedInARow >= FAILURES;
    }

    /** One of several may be the reason: each is read once more, alone. */
    boolean split() {
        if (batch.size() < 2) return false;
        batch.forEach(scope -> batches.addFirst(new Batch(system, List.of(scope.name()))));
        return true;
    }

    void incomplete(Failure why) {
        batch.forEach(scope -> incomplete.add(scope.name()));
        if (reason == null) reason = why;
    }

    List<String> incomplete() {
        return incomplete;
    }

    Failure reason() {
        return reason;
    }
}
