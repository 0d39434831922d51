package io.scopebridge.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * Writes what was committed to the file of an embedded database, once for all commits that wait for it. A thread of its own does it: an
 * interrupt in the middle of a write would close the file.
 */
final class SharedFlush {

    /** Milliseconds. With 0, H2 writes at each commit; with more, on threads of its own, after so long; what its thread does then is switched off in {@link EmbeddedUrl}. */
    private static final int LEFT_TO_US = Integer.MAX_VALUE;
    private static final long NOT_NOW = -1;
    private static final String NO_CONNECTION = "08003";

    private final MVStore store;
    private final WholeStatements statements = new WholeStatements();
    private final Executor thread;
    private CompletableFuture<Void> next;

    SharedFlush(MVStore store) {
        this.store = store;
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread flush = new Thread(work, "database-flush");
            flush.setDaemon(true);
            return flush;
        });
        one.allowCoreThreadTimeOut(true);
        thread = one;
    }

    MVStore store() {
        return store;
    }

    WholeStatements statements() {
        return statements;
    }

    void takeOver() {
        if (store.getFileStore().getAutoCommitDelay() == LEFT_TO_US) return;
        synchronized (this) {
            if (!store.isClosed()) store.setAutoCommitDelay(LEFT_TO_US);
        }
    }

    /** Begins between statements to write all that was committed, and is back when it is in the file. */
    void write() {
        statements.between(() -> {
            // Only takes the changes; does nothing when another thread is at it.
            if (store.tryCommit() == NOT_NOW && store.hasUnsavedChanges()) store.commit();
        });
        // Waits for the threads that write; fails if they did, or if the store is closed.
        store.executeFilestoreOperation(() -> { });
    }

    /** Back when a flush that started after this call has ended. */
    void await() throws SQLException {
        try {
            following().join();
        } catch (CompletionException failed) {
            throw new SQLNonTransientConnectionException("A commit was not written to the file of the embedded database: " + failed.getCause().getMessage(), NO_CONNECTION, failed.getCause());
        }
    }

    private synchronized CompletableFuture<Void> following() {
        if (next != null) return next;
        CompletableFuture<Void> following = new CompletableFuture<>();
        next = following;
        try {
            thread.execute(this::flush);
        } catch (RuntimeException | Error noThread) {
            next = null;
            following.completeExceptionally(noThread);
        }
        return following;
    }

    private synchronized CompletableFuture<Void> begin() {
        CompletableFuture<Void> begun = next;
        next = null;
        return begun;
    }

    private void flush() {
        CompletableFuture<Void> begun = begin();
        try {
            write();
            begun.complete(null);
        } catch (Throwable e) {
            // All that wait have to know.
            begun.completeExceptionally(e);
        }
    }
}
