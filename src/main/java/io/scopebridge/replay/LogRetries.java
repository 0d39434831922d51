package io.scopebridge.replay;

import io.scopebridge.log.FailureLog;
import io.scopebridge.log.Retries;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The retry of one entry is a replay of one. */
@Component
class LogRetries implements Retries {

    private final JdbcClient db;
    private final Replays replays;
    private final ReplayRuns runs;
    private final FailureLog log;

    LogRetries(JdbcClient db, Replays replays, ReplayRuns runs, FailureLog log) {
        this.db = db;
        this.replays = replays;
        this.runs = runs;
        this.log = log;
    }

    @Override
    public Retried retry(long logEntryId, String reason) {
        Long job = log.get(logEntryId).jobId();
        Authentication asking = SecurityContextHolder.getContext().getAuthentication();
        long replay = replays.begin(ReplayRequest.of(logEntryId, reason), asking == null ? "jmx" : asking.getName());
        runs.advanceOne(replay);
        return new Retried("Job " + job + " runs again now; completed steps are kept.", replay);
    }

    @Override
    public List<Past> past(long logEntryId) {
        return db.sql("""
                select r.id, r.asked_by, r.reason, i.state, i.result, r.created_at from replay_entry e join replay r on r.id = e.replay_id
                join replay_item i on i.id = e.item_id where e.entry_id = ? order by r.id desc limit 50""").param(logEntryId)
            .query((row, n) -> new Past(row.getLong("id"), row.getString("asked_by"), row.getString("reason"), row.getString("state"), row.getString("result"),
                row.getObject("created_at", OffsetDateTime.class).toInstant())).list();
    }
}
