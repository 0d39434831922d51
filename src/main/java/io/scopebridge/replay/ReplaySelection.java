package io.scopebridge.replay;

import io.scopebridge.log.LogConditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The selected entries of a replay, each with its verdict. All in SQL, because there may be a million. */
@Repository
class ReplaySelection {

    private static final int EXAMPLES = 5;
    private static final String VERDICTS = """
            (select e.id as entry_id, e.job_id, j.connection_id, j.flow, j.subject,
               case when e.state = 'RESOLVED' then 'RESOLVED' when e.job_id is null then 'NO_JOB' when j.id is null then 'JOB_GONE'
                 when not c.enabled then 'DISABLED' when i.id is not null then 'IN_REPLAY' when j.state in ('WAITING', 'RUNNING') then 'UNDER_WAY'
                 when cast(:planNeeded as boolean) and j.plan_id is null then 'NO_PLAN' else 'OK' end as verdict
             from log_record e left join job_status j on j.id = e.job_id left join connection_summary c on c.id = j.connection_id
               left join replay_item i on i.active_job = e.job_id
             where %s) verdicts""";

    private final JdbcClient db;

    ReplaySelection(JdbcClient db) {
        this.db = db;
    }

    ReplayPreview preview(ReplayRequest request) {
        Map<String, Object> values = new HashMap<>();
        String from = " from " + verdicts(request, values);
        List<ReplayPreview.Excluded> refused = new ArrayList<>();
        long[] sums = new long[4];
        db.sql("select verdict, count(*) as entries, count(distinct job_id) as jobs, count(distinct connection_id) as connections" + from + " group by verdict order by verdict")
            .params(values).query(row -> {
                sums[0] += row.getLong("entries");
                Replayability verdict = Replayability.valueOf(row.getString("verdict"));
                if (verdict == Replayability.OK) {
                    sums[1] = row.getLong("entries");
                    sums[2] = row.getLong("jobs");
                    sums[3] = row.getLong("connections");
                } else {
                    refused.add(new ReplayPreview.Excluded(verdict.name(), row.getLong("entries"), List.of()));
                }
            });
        return new ReplayPreview(sums[0], sums[1], sums[2], sums[3], refused.stream().map(some -> explained(some, from, values)).toList());
    }

    private ReplayPreview.Excluded explained(ReplayPreview.Excluded refused, String from, Map<String, Object> values) {
        List<Long> examples = db.sql("select entry_id" + from + " where verdict = :verdict order by entry_id desc limit " + EXAMPLES)
            .params(values).param("verdict", refused.reason()).query(Long.class).list();
        return new ReplayPreview.Excluded(Replayability.valueOf(refused.reason()).sentence(), refused.entries(), examples);
    }

    /** Creates an item for each job that can be replayed, oldest first; a job that another replay takes at the same time is left to it. */
    int take(long replay, ReplayRequest request) {
        Map<String, Object> values = new HashMap<>();
        String verdicts = verdicts(request, values);
        int jobs = db.sql("""
                insert into replay_item (replay_id, job_id, connection_id, flow, subject, state, active_job)
                select %d, job_id, min(connection_id), min(flow), min(subject), 'WAITING', job_id from %s
                where verdict = 'OK' group by job_id order by job_id on conflict do nothing""".formatted(replay, verdicts)).params(values).update();
        db.sql("""
                insert into replay_entry (entry_id, replay_id, item_id)
                select e.id, i.replay_id, i.id from replay_item i join log_record e on e.job_id = i.job_id
                where i.replay_id = :replay and e.state = 'OPEN' and %s""".formatted(condition(request, values))).params(values).param("replay", replay).update();
        return jobs;
    }

    private static String verdicts(ReplayRequest request, Map<String, Object> values) {
        values.put("planNeeded", request.original());
        return VERDICTS.formatted(condition(request, values));
    }

    private static String condition(ReplayRequest request, Map<String, Object> values) {
        if (request.search() != null) return LogConditions.of(request.search().filter(), "e", values);
        values.put("entries", request.entries());
        return "e.id in (:entries)";
    }
}
