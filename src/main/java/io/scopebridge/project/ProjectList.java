package io.scopebridge.project;

import io.scopebridge.database.LikePattern;
import io.scopebridge.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ScopeStack's projects as last read, with their state in the PSA. */
@Repository
class ProjectList {

    static final String STATE = """
        case
          when exists (select 1 from job_status j where j.subject = 'project:' || p.project_id and j.connection_id = p.connection_id
                       and j.flow = 'push-project' and j.state in ('WAITING', 'RUNNING')) then 'RUNNING'
          when exists (select 1 from ledger_record l where l.connection_id = p.connection_id and l.state = 'UNKNOWN'
                       and l.subject = 'project:' || p.project_id) then 'UNKNOWN_OUTCOMES'
          when exists (select 1 from ledger_record l where l.connection_id = p.connection_id and l.state = 'REJECTED'
                       and l.subject = 'project:' || p.project_id) then 'FAILED'
          when (select j.state from job_status j where j.subject = 'project:' || p.project_id and j.connection_id = p.connection_id
                and j.flow = 'push-project' order by j.id desc fetch first 1 rows only) in ('FAILED', 'CANCELLED') then
               (select j.state from job_status j where j.subject = 'project:' || p.project_id and j.connection_id = p.connection_id
                and j.flow = 'push-project' order by j.id desc fetch first 1 rows only)
          when not exists (select 1 from job_plan c where c.connection_id = p.connection_id
                           and c.plan_subject = 'project:' || p.project_id) then 'NONE'
          when p.stale then 'STALE'
          else 'DONE' end""";

    private final JdbcClient db;

    ProjectList(JdbcClient db) {
        this.db = db;
    }

    /**
     * The newest projects first.
     *
     * @param status in ScopeStack, case-insensitive; null: any
     * @param search in name or client, case-insensitive; null: any
     * @param after  the id of the last project of the previous page; null: start with the newest
     */
    List<ProjectSummary> page(String connectionId, String status, PsaState state, String search, String after, int limit) {
        return db.sql("select * from (select p.*, " + STATE + """
                 as psa_state from project p where p.connection_id = :connection
                  and (cast(:status as varchar(40)) is null or lower(p.status) = :status)
                  and (cast(:search as varchar(500)) is null or lower(p.name) like :search escape '!' or lower(p.client_name) like :search escape '!')
                  and (cast(:after as varchar(40)) is null or length(p.project_id) < length(:after)
                       or length(p.project_id) = length(:after) and p.project_id < :after)) listed
                where cast(:state as varchar(40)) is null or psa_state = :state
                order by length(project_id) desc, project_id desc fetch first :limit rows only""")
            .param("connection", connectionId).param("status", status == null ? null : status.toLowerCase(Locale.ROOT))
            .param("search", search == null ? null : LikePattern.contains(search)).param("after", after).param("state", state == null ? null : state.name())
            .param("limit", limit).query(ProjectList::summary).list();
    }

    /** All of them in the order of {@link #page}, however many: a page at a time. */
    void each(String connectionId, String status, PsaState state, String search, Consumer<ProjectSummary> take) {
        String after = null;
        List<ProjectSummary> page;
        do {
            page = page(connectionId, status, state, search, after, Paging.MOST_ROWS);
            page.forEach(take);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == Paging.MOST_ROWS);
    }

    /** Empty if it is unknown. */
    Optional<ProjectSummary> find(String connectionId, String project) {
        return db.sql("select p.*, " + STATE + " as psa_state from project p where p.connection_id = :connection and p.project_id = :project")
            .param("connection", connectionId).param("project", project).query(ProjectList::summary).optional();
    }

    static ProjectSummary summary(ResultSet row, int number) throws SQLException {
        return new ProjectSummary(row.getString("project_id"), row.getString("name"), row.getString("client_name"), row.getString("status"),
            PsaState.valueOf(row.getString("psa_state")), row.getBoolean("stale"), row.getString("crm_opportunity_id"),
            row.getObject("approved_at", OffsetDateTime.class), row.getObject("changed_at", OffsetDateTime.class));
    }
}
