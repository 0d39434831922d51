package io.scopebridge.opportunity;

import io.scopebridge.failure.Failure;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The counts of a running poll; passed in the exchange variable {@code poll}. */
public class PollCount {

    private int read;
    private int passed;
    private int changed;
    private int listed;
    private Integer expected;
    private Integer total;
    private OffsetDateTime newest;
    private final OffsetDateTime began;
    private Failure brake;
    private final List<String> oddities = new ArrayList<>();
    private final Consumer<List<String>> others;
    /** Another job may add to it while this one counts. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /**
     * @param began  start, by the clock of the database
     * @param others receives the ids of what was read
     */
    PollCount(OffsetDateTime began, Consumer<List<String>> others) {
        this.began = began;
        this.others = others;
    }

    OffsetDateTime began() {
        return began;
    }

    void closed(int rows) {
        changed += rows;
    }

    /** Why nothing was closed; null if all closings were applied. */
    Failure brake() {
        return brake;
    }

    void brake(Failure reason) {
        brake = reason;
    }

    public int getRead() {
        return read;
    }

    void add(int rows, int passedRows, int changedRows) {
        read += rows;
        passed += passedRows;
        changed += changedRows;
    }

    /** @param rows how many different rows the system gave; one whose id cannot be read may be any, so without it the list is not proven complete */
    void listed(int rows) {
        listed += rows;
    }

    int listed() {
        return listed;
    }

    /** @param count how many the system says there are to be read, or null */
    void expect(Integer count) {
        expected = count;
    }

    Integer expected() {
        return expected;
    }

    /** The parts of rows left out, one sentence each. */
    List<String> oddities() {
        return oddities;
    }

    void odd(List<String> more) {
        oddities.addAll(more);
    }

    void saw(List<String> ids) {
        seen.addAll(ids);
        others.accept(ids);
    }

    /** Read by another job meanwhile. */
    void sawBeside(List<String> ids) {
        seen.addAll(ids);
    }

    /** Those that were not read. In the heap, some 20 MB for 200,000: a note in the database would be a write for each row of each full sync. */
    List<String> unseen(List<String> ids) {
        return ids.stream().filter(id -> !seen.contains(id)).toList();
    }

    /** A mark is never ahead of the hub's own clock, whatever a row says, so that no later change is missed. */
    void saw(OffsetDateTime rowChangedAt) {
        OffsetDateTime changedAt = rowChangedAt != null && rowChangedAt.isAfter(began) ? began : rowChangedAt;
        if (changedAt != null && (newest == null || changedAt.isAfter(newest))) newest = changedAt;
    }

    /** The total in the system; without it, only what was read counts. */
    public void setTotal(Integer total) {
        this.total = total;
    }

    public int getTotal() {
        return total == null ? read : total;
    }

    /** Filtered-out opportunities, by the query or by the hub. */
    public int getFilteredOut() {
        return getTotal() - passed;
    }

    /** New ones, and known ones with changed content. */
    public int getChanged() {
        return changed;
    }

    /** The latest modification time reported by the system; null if there is none. */
    public OffsetDateTime getNewest() {
        return newest;
    }
}
