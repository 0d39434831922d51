package io.scopebridge.job;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs, newest first. */
@Component
public class JobViews {

    private static final String COLUMNS = "select id, connection_id, flow, subject, source, state, due_at, attempts, progress_done, progress_total, "
        + "progress_from, progress_since, progress_at, result, created_at, started_at, finished_at from job ";

    private final JdbcClient db;

    JobViews(JdbcClient db) {
        this.db = db;
    }

    /** With the result of each step, and the versions that made its plan. */
    Optional<JobView> find(long id) {
        return db.sql("select j.*, (select p.mappings from job_plan p where p.job_id = j.id) as mappings from job j where j.id = ?").param(id).query(JobRows.WHOLE).optional();
    }

    /**
     * @param connectionId null: of all connections
     * @param state        null: in any
     */
    List<JobView> newest(String connectionId, JobState state, int most) {
        // In words of the partial indexes, which find the few running or failed jobs among a million.
        String indexed = state == null || state == JobState.DONE ? "true" : state == JobState.FAILED ? "failed" : "under_way";
        String where = "where " + indexed + (state == null ? "" : " and state = :state") + (connectionId == null ? "" : " and connection_id = :connection");
        return db.sql(COLUMNS + where + " order by id desc fetch first :most rows only").param("connection", connectionId)
            .param("state", state == null ? null : state.name()).param("most", most).query(JobRows.SHORT).list();
    }

    public List<JobView> ofSubjects(String connectionId, List<String> subjects, int most) {
        return db.sql(COLUMNS + "where subject in (:subjects) and connection_id = :connection order by id desc fetch first :most rows only")
            .param("subjects", subjects).param("connection", connectionId).param("most", most).query(JobRows.SHORT).list();
    }
}
