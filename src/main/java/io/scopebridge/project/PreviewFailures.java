package io.scopebridge.project;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why previews could not be made. */
@Repository
class PreviewFailures {

    /** @param type a class of failure, or null */
    record Why(String type, String cause, String remedy) {
    }

    private final JdbcClient db;

    PreviewFailures(JdbcClient db) {
        this.db = db;
    }

    /** Empty while the job is under way, and when it went well. */
    Optional<Why> of(long job) {
        if (db.sql("select count(*) from job where id = ? and state = 'FAILED'").param(job).query(Integer.class).single() == 0) return Optional.empty();
        return Optional.of(db.sql("select failure_class, cause, remedy from log_entry where job_id = ? order by id desc fetch first 1 rows only").param(job)
            .query((row, n) -> new Why(row.getString(1), row.getString(2), row.getString(3))).optional()
            .orElse(new Why(null, "Job " + job + " failed.", "Ask for another preview.")));
    }
}
