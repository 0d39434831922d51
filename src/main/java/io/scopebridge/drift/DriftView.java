package io.scopebridge.drift;

import io.scopebridge.connection.ConnectionView;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.job.JobState;
import io.scopebridge.job.JobView;
import io.scopebridge.job.JobViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is stored about the drift of a connection. */
@Component
class DriftView {

    /** Of a report. Decided ones come last, so that the next ones appear as people decide. */
    private static final int MOST_FINDINGS = 200;

    private record Counts(int checked, int incomplete, Instant at) {
    }

    private final JdbcClient db;
    private final Findings findings;
    private final JobViews jobs;
    private final DriftCheck check;

    DriftView(JdbcClient db, Findings findings, JobViews jobs, DriftCheck check) {
        this.db = db;
        this.findings = findings;
        this.jobs = jobs;
        this.check = check;
    }

    /**
     * @param project null: all
     * @param after   the last scope of the page before, or null
     */
    DriftSummary of(ConnectionView connection, String project, String after, int limit) {
        String id = connection.id();
        Counts counts = db.sql("select count(*), count(case when complete then null else 1 end), max(checked_at) as at from drift_report where connection_id = :connection")
            .param("connection", id).query((row, number) -> new Counts(row.getInt(1), row.getInt(2), TimeColumn.read(row, "at"))).single();
        Map<String, Integer> kinds = new TreeMap<>();
        db.sql("select kind, count(*) from drift_finding where connection_id = :connection and state = 'OPEN' group by kind").param("connection", id)
            .query(row -> {
                kinds.put(row.getString(1), row.getInt(2));
            });
        List<DriftReport> reports = reports(id, project, after, limit + 1);
        boolean more = reports.size() > limit;
        List<DriftReport> page = more ? reports.subList(0, limit) : reports;
        return new DriftSummary(check.knows(connection.system()), job(id), counts.at(), counts.checked(), counts.incomplete(), kinds.values().stream().mapToInt(Integer::intValue).sum(), kinds,
            page, more ? page.get(limit - 1).scope() : null);
    }

    private Long job(String connection) {
        return jobs.ofSubjects(connection, List.of(DriftController.SUBJECT), 10).stream().filter(job -> job.state() == JobState.WAITING || job.state() == JobState.RUNNING)
            .map(JobView::id).findFirst().orElse(null);
    }

    private List<DriftReport> reports(String connection, String project, String after, int most) {
        List<DriftReport> bare = db.sql("""
                select r.scope, r.checked_at, r.records, r.complete, r.cause, p.name from drift_report r
                left join project_link p on p.connection_id = r.connection_id and r.scope = 'project:' || p.project_id
                where r.connection_id = :connection and (not r.complete or exists (
                  select 1 from drift_finding f where f.connection_id = r.connection_id and f.scope = r.scope))
                  and r.scope > :after and (:scope = '' or r.scope = :scope)
                order by r.scope fetch first :most rows only""")
            .param("connection", connection).param("after", after == null ? "" : after).param("scope", project == null ? "" : Scope.ofProject(project)).param("most", most)
            .query((row, number) -> new DriftReport(row.getString("scope"), Scope.project(row.getString("scope")), row.getString("name"), TimeColumn.read(row, "checked_at"),
                row.getInt("records"), row.getBoolean("complete"), row.getString("cause"), List.of(), null)).list();
        Map<String, Findings.Listed> found = findings.listed(connection, bare.stream().map(DriftReport::scope).toList(), MOST_FINDINGS);
        return bare.stream().map(one -> with(one, found.getOrDefault(one.scope(), new Findings.Listed(List.of(), 0)))).toList();
    }

    private static DriftReport with(DriftReport one, Findings.Listed listed) {
        int more = listed.total() - listed.findings().size();
        return new DriftReport(one.scope(), one.project(), one.name(), one.checkedAt(), one.records(), one.complete(), one.cause(), listed.findings(), more == 0 ? null : more);
    }
}
