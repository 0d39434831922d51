package io.scopebridge.opportunity;

import java.time.OffsetDateTime;

/** What one poll has seen so far; kept in the variable {@code poll} of its exchange. */
public class PollCount {

    private int read;
    private int kept;
    private int changed;
    private OffsetDateTime newest;

    void add(int rows, int keptRows, int changedRows) {
        read += rows;
        kept += keptRows;
        changed += changedRows;
    }

    void saw(OffsetDateTime changedAt) {
        if (changedAt != null && (newest == null || changedAt.isAfter(newest))) newest = changedAt;
    }

    public int getRead() {
        return read;
    }

    public int getKept() {
        return kept;
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
