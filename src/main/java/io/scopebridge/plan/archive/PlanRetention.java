package io.scopebridge.plan.archive;

import io.scopebridge.database.TimeColumn;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes plans that are as old as calls may become and that nobody can ask for again. */
@Component
class PlanRetention {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final JdbcClient db;
    private final Duration keep;

    PlanRetention(JdbcClient db, @Value("${scopebridge.plan.keep-calls}") Duration keep) {
        this.db = db;
        this.keep = keep;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void deleteOld() {
        int deleted = deleteMadeBefore(Instant.now().minus(keep));
        if (deleted > 0) LOG.info("{} plans older than {} days are deleted", deleted, keep.toDays());
    }

    /** Not the plan that a job or a preview names, and not the newest of its subject. */
    int deleteMadeBefore(Instant time) {
        return db.sql("""
                delete from plan where made_at < :time and id not in (select plan_id from plan_in_use)
                  and id not in (select max(newest.id) from plan newest group by newest.connection_id, newest.subject)""")
            .param("time", TimeColumn.of(time)).update();
    }
}
