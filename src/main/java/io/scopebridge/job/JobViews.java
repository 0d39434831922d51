package io.scopebridge.job;

import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.job.cancel.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs, newest first. */
@Component
public class JobViews {

    private static final String COLUMNS = "select id, connection_id, flow, subject, source, requested_by, state, due_at, attempts, progress_done, progress_total, "
        + "progress_from, progress_since, progress_at, result, created_at, started_at, finished_at, " + Cancellation.COLUMNS + " from job ";

    private final JdbcClient db;
    private final ConnectionStatuses statuses;

    JobViews(JdbcClient db, ConnectionStatuses statuses) {
        this.db = db;
        this.statuses = statuses;
    }

    /** With the result of each step, and the versions that made its plan. */
    public Optional<JobView> find(long id) {
        return db.sql("select j.*, (select p.mappings from job_plan p where p.job_id = j.id) as mappings from job j where j.id = ?").param(id).query(JobRows.WHOLE).optional().map(job -> waiting(List.of(job)).get(0));
    }

    /**
     * @param connectionId null: of all connections
     * @param state        null: in any
     */
    List<JobView> newest(String connectionId, JobState state, int most) {
        // In words of the partial indexes, which find the few running or failed jobs among a million.
        String indexed = state == null ? "true" : switch (state) {
            case DONE -> "true";
            case FAILED -> "failed";
            case CANCELLED -> "cancel_asked_at is not null";
            case WAITING, RUNNING -> "under_way";
        };
        String where = "where " + indexed + (state == null ? "" : " and state = :state") + (connectionId == null ? "" : " and connection_id = :connection");
        return waiting(db.sql(COLUMNS + where + " order by id desc fetch first :most rows only").param("connection", connectionId)
            .param("state", state == null ? null : state.name()).param("most", most).query(JobRows.SHORT).list());
    }

    public List<JobView> ofSubjects(String connectionId, List<String> subjects, int most) {
        return waiting(db.sql(COLUMNS + "where subject in (:subjects) and connection_id = :connection order by id desc fetch first :most rows only")
            .param("subjects", subjects).param("connection", connectionId).param("most", most).query(JobRows.SHORT).list());
    }

    /** Those that wait say for what, if a system does not answer. */
    private List<JobView> waiting(List<JobView> views) {
        List<String> ids = views.stream().filter(job -> job.state() == JobState.WAITING).map(JobView::connection).distinct().toList();
        Map<String, String> reasons = statuses.unreachable(ids);
        return views.stream().map(job -> job.state() == JobState.WAITING && reasons.containsKey(job.connection()) ? job.waitsFor(reasons.get(job.connection())) : job).toList();
    }
}
