package io.scopebridge.opportunity;

import io.scopebridge.failure.Failure;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What one poll has seen so far; passed in the variable {@code poll} of its exchange. */
public class PollCount {

    private int read;
    private int passed;
    private int changed;
    private Integer total;
    private OffsetDateTime newest;
    private final OffsetDateTime began;
    private Failure brake;
    private final List<String> oddities = new ArrayList<>();

    /** @param began when, by the clock of the database */
    PollCount(OffsetDateTime began) {
        this.began = began;
    }

    OffsetDateTime began() {
        return began;
    }

    void closed(int rows) {
        changed += rows;
    }

    /** Why nothing was closed; null when whatever was to be closed is. */
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

    /** What was left out of rows, a sentence each. */
    List<String> oddities() {
        return oddities;
    }

    void odd(List<String> more) {
        oddities.addAll(more);
    }

    /** A mark is never ahead of the hub's own clock, whatever a row says: what changes from now on must be seen. */
    void saw(OffsetDateTime rowChangedAt) {
        OffsetDateTime changedAt = rowChangedAt != null && rowChangedAt.isAfter(began) ? began : rowChangedAt;
        if (changedAt != null && (newest == null || changedAt.isAfter(newest))) newest = changedAt;
    }

    /** How many the system holds in all; without it only what was read counts. */
    public void setTotal(Integer total) {
        this.total = total;
    }

    public int getTotal() {
        return total == null ? read : total;
    }

    /** Those that the filter does not let through, on either side. */
    public int getFilteredOut() {
        return getTotal() - passed;
    }

    /** New ones, and known ones whose content differs. */
    public int getChanged() {
        return changed;
    }

    /** The latest change that the system itself dated; null when it gave none. */
    public OffsetDateTime getNewest() {
        return newest;
    }
}
