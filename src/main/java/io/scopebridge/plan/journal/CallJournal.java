package io.scopebridge.plan.journal;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Redaction;
import io.scopebridge.plan.ledger.Ledger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records every call of a step in the table {@code step_call}, in batches and asynchronously: nobody waits for a commit. A kill may lose
 * the calls of the last moment; their effect is recorded in the ledger.
 */
public class CallJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallJournal.class);
    private static final int MOST_WAITING = 1_000;
    private static final int ROWS_PER_INSERT = 100;
    private static final Duration LONGEST_FLUSH = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final BlockingQueue<RecordedCall> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "call-journal");
    private long noted;
    private long kept;

    public CallJournal(JdbcClient db) {
        this.db = db;
        writer.setDaemon(true);
        writer.start();
    }

    /** Blocks only if a thousand calls are waiting. */
    public void note(RecordedCall call) {
        synchronized (this) {
            noted++;
        }
        try {
            while (writer.isAlive()) {
                if (waiting.offer(call, 1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        passed(1);
    }

    /** Returns when earlier calls can be read, or after ten seconds. */
    public synchronized void flush() {
        long upTo = noted;
        long deadline = System.nanoTime() + LONGEST_FLUSH.toNanos();
        try {
            while (kept < upTo && writer.isAlive() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.timedWait(this, 100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush();
        writer.interrupt();
    }

    private void write() {
        List<RecordedCall> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, ROWS_PER_INSERT - 1);
                keep(batch);
                passed(batch.size());
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void passed(int calls) {
        kept += calls;
        notifyAll();
    }

    private void keep(List<RecordedCall> calls) {
        try {
            List<Object> values = new ArrayList<>();
            calls.forEach(call -> {
                values.add(call.connectionId());
                values.add(call.subject());
                values.add(call.step());
                values.add(call.kind().name());
                values.add(call.at().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
                values.add((int) Math.min(Integer.MAX_VALUE, call.millis()));
                values.add(call.status());
                values.add(text(call.request()));
                values.add(text(call.response()));
            });
            db.sql("insert into step_call (connection_id, subject, step_key, kind, at, millis, status, request, response) values (?,?,?,?,?,?,?,?,?)"
                    + ",(?,?,?,?,?,?,?,?,?)".repeat(calls.size() - 1)).params(values).update();
        } catch (RuntimeException e) {
            LOG.warn("{} calls could not be stored in the table step_call: {}", calls.size(), e.getMessage());
        }
    }

    private static String text(Supplier<String> shown) {
        return DatabaseText.of(Redaction.of(shown.get(), Ledger.LONGEST_TEXT), Ledger.LONGEST_TEXT);
    }
}
