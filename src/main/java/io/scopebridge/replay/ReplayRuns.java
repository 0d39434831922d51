package io.scopebridge.replay;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs replays, a few jobs at a time. Its state is in the rows, so it continues after a restart and on any node. One transaction at a
 * time processes a replay, under a lock on its row; a job starts in the transaction that records it.
 */
@Component("replayRuns")
public class ReplayRuns {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private record Row(boolean running, boolean canary, Integer perMinute) {
    }

    private final JdbcClient db;
    private final ReplayItems items;
    private final TransactionOperations transactions;

    ReplayRuns(JdbcClient db, ReplayItems items, TransactionOperations transactions) {
        this.db = db;
        this.items = items;
        this.transactions = transactions;
    }

    /** Records ended jobs and starts new ones. */
    public void advance() {
        List<Long> open = db.sql("""
                select id from replay r where state = 'RUNNING'
                or state in ('PAUSED', 'CANCELLED') and exists (select 1 from replay_item i where i.replay_id = r.id and i.state = 'RUNNING') order by id""")
            .query(Long.class).list();
        open.forEach(this::advanceOne);
    }

    void advanceOne(long replay) {
        transactions.executeWithoutResult(status -> step(replay));
    }

    private void step(long replay) {
        Row row = db.sql("select state, canary, per_minute from replay where id = ? for update").param(replay)
            .query((found, n) -> new Row(found.getString("state").equals("RUNNING"), found.getBoolean("canary"), found.getObject("per_minute", Integer.class))).single();
        items.finish(replay);
        if (!row.running()) return;
        boolean alone = row.canary() && items.count(replay, "SUCCEEDED") == 0;
        if (alone && items.count(replay, "FAILED") + items.count(replay, "CANCELLED") > 0) {
            pause(replay, items.firstFailure(replay));
            return;
        }
        int room = items.room(replay, alone ? 1 : Integer.MAX_VALUE, row.perMinute());
        for (int begun = 0; begun < room; ) {
            ReplayItems.Began began = items.beginNext(replay);
            if (began == ReplayItems.Began.NOTHING_LEFT) break;
            if (began == ReplayItems.Began.RUNNING) begun++;
        }
        if (items.count(replay, "WAITING") + items.count(replay, "RUNNING") == 0) {
            db.sql("update replay set state = 'DONE', finished_at = current_timestamp where id = ? and state = 'RUNNING'").param(replay).update();
            LOG.info("Replay {} is done", replay);
        }
    }

    private void pause(long replay, String failure) {
        String why = items.count(replay, "WAITING") == 0 ? null : "The canary failed, so the other jobs were not started: " + failure;
        if (why == null) {
            db.sql("update replay set state = 'DONE', finished_at = current_timestamp where id = ?").param(replay).update();
            return;
        }
        db.sql("update replay set state = 'PAUSED', why = :why where id = :id").param("why", why).param("id", replay).update();
        LOG.warn("Replay {} is paused. {}", replay, why);
    }
}
