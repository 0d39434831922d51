package io.scopebridge.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs {@link StoreHousekeeping} while an embedded database is open, also after it was opened again. */
@Component
class EmbeddedHousekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final int EVERY_MILLISECONDS = 500;
    private static final int LONGEST_STEP_SECONDS = 10;

    private final FlushedCommits commits;
    private ScheduledExecutorService thread;
    private StoreHousekeeping housekeeping;
    private boolean failed;

    EmbeddedHousekeeping(DataSource database) {
        commits = database instanceof PatientDataSource patient ? patient.commits() : new FlushedCommits();
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread keeper = new Thread(work, "database-housekeeping");
            keeper.setDaemon(true);
            return keeper;
        });
        thread.scheduleWithFixedDelay(this::tidy, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void tidy() {
        try {
            commits.open().ifPresent(flush -> {
                if (housekeeping == null || !housekeeping.isOf(flush)) housekeeping = new StoreHousekeeping(flush);
                housekeeping.tidy();
                failed = false;
            });
        } catch (Throwable e) {
            // After any other end it would never run again. A file that cannot be written is the subject of the watch.
            if (!failed) LOG.warn("The file of the embedded database is not tidied until this is over: {}", e.toString());
            failed = true;
        }
    }

    /** Lets the current step end: an interrupt in the middle of a write would close the file. */
    @Override
    public void stop() {
        if (thread == null) return;
        thread.execute(() -> {
            try {
                if (housekeeping != null) housekeeping.end();
            } catch (RuntimeException e) {
                LOG.warn("The file of the embedded database was not compacted at the stop: {}", e.toString());
            }
            housekeeping = null;
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) LOG.warn("The housekeeping of the embedded database has not ended after {} s.", LONGEST_STEP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** As the watch: the first to start and the last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
