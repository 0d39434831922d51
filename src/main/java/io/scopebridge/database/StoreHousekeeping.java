package io.scopebridge.database;

import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file of an embedded database small while it is in use: moves what is left of sparsely filled chunks into new ones, and lets the
 * space of the old ones be used again once the new ones are on the disk. Not thread-safe.
 */
final class StoreHousekeeping {

    /** Percent of the bytes in chunks that are still in use. Below, chunks are rewritten. */
    private static final int FILL_RATE = 70;
    private static final int FULL_ENOUGH = 90;
    private static final int FULL = 100;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final int BYTES_AT_THE_END = 16 * 1024 * 1024;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final SharedFlush flush;
    private final MVStore store;
    /** Space that was freed since is not used again. */
    private MVStore.TxCounter pinned;
    private long version;

    StoreHousekeeping(SharedFlush flush) {
        this.flush = flush;
        store = flush.store();
        pinned = store.registerVersionUsage();
        flush.write();
        store.sync();
        store.setRetentionTime(0);
    }

    boolean isOf(SharedFlush other) {
        return flush == other;
    }

    void tidy() {
        // Nobody wrote since.
        if (store.getCurrentVersion() == version && !store.hasUnsavedChanges()) return;
        store.compact(FILL_RATE, BYTES_AT_ONCE);
        // What is not used in this version any more may be written over when all that was written up to it is on the disk.
        MVStore.TxCounter now = store.registerVersionUsage();
        try {
            flush.write();
            store.sync();
        } catch (RuntimeException e) {
            store.deregisterVersionUsage(now);
            throw e;
        }
        store.deregisterVersionUsage(pinned);
        pinned = now;
        version = store.getCurrentVersion();
    }

    /** The last step before the database is closed, which expects that nobody uses an old version: moves chunks into the gaps between others, while next to nothing writes. */
    void end() {
        if (store.isClosed()) return;
        store.deregisterVersionUsage(pinned);
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        for (int inVain = 0; inVain < 2 && System.nanoTime() < deadline;) {
            long before = store.getFileStore().size();
            store.compact(FULL_ENOUGH, BYTES_AT_THE_END);
            flush.write();
            if (store.getFileStore() instanceof RandomAccessStore file) file.compactMoveChunks(FULL, BYTES_AT_THE_END, store);
            inVain = store.getFileStore().size() < before ? 0 : inVain + 1;
        }
        store.setRetentionTime(store.getFileStore().getDefaultRetentionTime());
    }
}
