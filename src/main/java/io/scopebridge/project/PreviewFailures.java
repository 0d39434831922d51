package io.scopebridge.project;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why previews failed. */
@Repository
class PreviewFailures {

    /**
     * @param type  a failure class; null if a person cancelled it
     * @param ended false: it is retried automatically
     */
    record Why(String type, String cause, String remedy, boolean ended) {
    }

    private static final Why CANCELLED = new Why(null, "The job of the preview was cancelled.", "Request another preview.", true);

    private final JdbcClient db;

    PreviewFailures(JdbcClient db) {
        this.db = db;
    }

    /** Empty if nothing has failed so far. */
    Optional<Why> of(long job) {
        return db.sql("""
                select l.failure_class, l.cause, l.remedy, j.state from job_status j left join log_record l on l.job_id = j.id and l.state = 'OPEN'
                where j.id = :job and (l.id is not null or j.state = 'CANCELLED') order by l.id desc fetch first 1 rows only""")
            .param("job", job).query((row, n) -> row.getString(4).equals("CANCELLED") ? CANCELLED
                : new Why(row.getString(1), row.getString(2), row.getString(3), row.getString(4).equals("FAILED"))).optional();
    }
}
