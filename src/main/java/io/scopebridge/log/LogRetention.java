package io.scopebridge.log;

import io.scopebridge.connection.ConnectionChanged;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has been over for long, when that is set, and everything of a connection that is deleted. Other open entries stay. */
@Component
class LogRetention {

    private static final int AT_A_TIME = 1_000;

    private final JdbcClient db;
    private final int days;

    LogRetention(JdbcClient db, @Value("${scopebridge.log.keep-resolved-days}") int days) {
        this.db = db;
        this.days = days;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void deleteOld() {
        if (days > 0) deleteResolvedBefore(Instant.now().minus(days, ChronoUnit.DAYS));
    }

    /** What is left of a connection that was deleted would show under a new one of the same id. */
    @EventListener
    void changed(ConnectionChanged event) {
        db.sql("delete from log_entry where connection_id = :id and not exists (select 1 from connection_summary c where c.id = :id)").param("id", event.id()).update();
    }

    void deleteResolvedBefore(Instant time) {
        int deleted;
        do {
            deleted = db.sql("""
                    delete from log_entry where id in (select id from log_entry where state = 'RESOLVED' and last_at < :time and resolved_at < :time
                    order by state, last_at desc, id desc limit :most)""")
                .param("time", time.atOffset(ZoneOffset.UTC)).param("most", AT_A_TIME).update();
        } while (deleted == AT_A_TIME);
    }
}
