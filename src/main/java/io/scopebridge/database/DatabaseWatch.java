package io.scopebridge.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Asks the database several times a second, on a thread of its own. When it stops answering, whatever waits for it ends with an error. */
@Component
class DatabaseWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final PatientDataSource database;
    private final DatabaseState databaseState;
    private final DatabaseProbe probe;
    private final long every;
    private ScheduledExecutorService thread;
    private long since;
    /** As last seen here: the state may know before that an embedded database was closed. */
    private String seen;

    DatabaseWatch(DataSource database, DatabaseState databaseState, @Value("${scopebridge.database.tick}") long every, @Value("${scopebridge.database.least-free}") DataSize leastFree) {
        this.database = database instanceof PatientDataSource patient ? patient : null;
        this.databaseState = databaseState;
        this.every = every;
        this.probe = this.database == null ? null
            : new DatabaseProbe(this.database.pool().getJdbcUrl(), this.database.pool().getUsername(), this.database.pool().getPassword(), leastFree, databaseState);
    }

    @Override
    public void start() {
        if (probe == null) return;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread watch = new Thread(work, "database-watch");
            watch.setDaemon(true);
            return watch;
        });
        thread.scheduleWithFixedDelay(this::look, 0, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            database.tidy();
            String trouble = probe.ask();
            boolean was = seen != null;
            seen = trouble;
            if (trouble != null && !was) {
                since = System.nanoTime();
                LOG.error("{} Requests are answered 503 and no job is started until that is over.", trouble);
            }
            databaseState.is(trouble);
            if (trouble != null && probe.isEmbedded() || trouble == null && was) database.renew();
            if (trouble != null && !probe.isEmbedded()) database.cut();
            if (trouble == null && was) {
                LOG.warn("The database answers again, after {} s.", Duration.ofNanos(System.nanoTime() - since).toSeconds());
            }
        } catch (Throwable e) {
            // After any other end the watch would never run again.
            LOG.warn("The database cannot be watched: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (thread == null) return;
        thread.shutdownNow();
        try {
            thread.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        probe.close();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** The first to start and the last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
