package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.database.LikePattern;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects of all connections: those that need a person or are running, or those that a search finds. */
@Repository
class ProjectsOfAll {

    /** @param connection its id */
    record Found(String connection, @JsonUnwrapped ProjectSummary project) {
    }

    private static final String SEARCHED = "(lower(p.name) like :search escape '!' or lower(p.client_name) like :search escape '!' or p.project_id = :id)";
    private static final String UNFINISHED = """
        (p.connection_id, 'project:' || p.project_id) in (
          select connection_id, subject from ledger_record where state in ('UNKNOWN', 'REJECTED') union all select connection_id, subject from unfinished_push)""";

    private final JdbcClient db;

    ProjectsOfAll(JdbcClient db) {
        this.db = db;
    }

    /**
     * Running ones first, then those with a step to decide, then failed ones; each the latest change first.
     *
     * @param search in name or client, or the whole id; null: only those that run, wait, failed, or have a step to decide
     * @param status in ScopeStack, case-insensitive; null: any
     */
    List<Found> find(String search, String status, PsaState state, int limit) {
        return db.sql("select * from (select p.*, " + ProjectList.STATE + " as psa_state from project p where " + (search == null ? UNFINISHED : SEARCHED) + """
                 and (cast(:status as varchar(40)) is null or lower(p.status) = :status)) listed
                where cast(:state as varchar(40)) is null and (:all or psa_state in ('RUNNING', 'UNKNOWN_OUTCOMES', 'FAILED')) or psa_state = :state
                order by case psa_state when 'RUNNING' then 0 when 'UNKNOWN_OUTCOMES' then 1 when 'FAILED' then 2 else 3 end,
                  changed_at desc nulls last, connection_id, project_id fetch first :limit rows only""")
            .param("search", search == null ? null : LikePattern.contains(search)).param("id", search == null ? null : search.strip())
            .param("status", status == null ? null : status.toLowerCase(Locale.ROOT)).param("state", state == null ? null : state.name()).param("all", search != null)
            .param("limit", limit).query((row, n) -> new Found(row.getString("connection_id"), ProjectList.summary(row, n))).list();
    }
}
