package io.scopebridge.project;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.Upsert;
import io.scopebridge.remote.ReadMarks;
import io.scopebridge.text.LenientTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table project: ScopeStack's projects as last read. */
@Repository
class Projects {

    private static final String FLOW = "watch-projects";
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_CLIENT = 300;

    private final JdbcClient db;
    private final ReadMarks marks;

    Projects(JdbcClient db, ReadMarks marks) {
        this.db = db;
        this.marks = marks;
    }

    /** A project as last read. */
    record Before(String name, String clientName, String status, OffsetDateTime approvedAt, OffsetDateTime changedAt,
                  String crmOpportunityId, boolean stale) {

        /** Whether writing it would change nothing. */
        boolean shows(SeenProject seen, boolean isStale) {
            return stale == isStale && status.equals(seen.status()) && name.equals(cut(seen.name(), LONGEST_NAME))
                && Objects.equals(clientName, cut(seen.clientName(), LONGEST_CLIENT)) && same(approvedAt, seen.approvedAt())
                && same(changedAt, seen.changedAt()) && Objects.equals(crmOpportunityId, seen.crmOpportunityId());
        }
    }

    /** To the millisecond: databases store less precision than a clock has. */
    static boolean same(OffsetDateTime one, OffsetDateTime other) {
        return one == null || other == null ? one == other
            : one.toInstant().truncatedTo(ChronoUnit.MILLIS).equals(other.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** By project; without unknown ones. */
    Map<String, Before> before(String connectionId, List<String> projectIds) {
        Map<String, Before> before = new HashMap<>();
        if (projectIds.isEmpty()) return before;
        db.sql("""
                select project_id, name, client_name, status, approved_at, changed_at, crm_opportunity_id, stale from project
                where connection_id = :connection and project_id in (:projects)""")
            .param("connection", connectionId).param("projects", projectIds)
            .query(row -> {
                before.put(row.getString("project_id"), new Before(row.getString("name"), row.getString("client_name"), row.getString("status"),
                    row.getObject("approved_at", OffsetDateTime.class), row.getObject("changed_at", OffsetDateTime.class),
                    row.getString("crm_opportunity_id"), row.getBoolean("stale")));
            });
        return before;
    }

    /** Whether all projects of the connection were read once, to the last page. */
    boolean wereLookedAt(String connectionId) {
        return marks.of(connectionId, FLOW).isPresent();
    }

    /** Whether all of them were last read more than a day ago: otherwise a missed change would be missed forever. */
    boolean wantFullLook(String connectionId) {
        return marks.of(connectionId, FLOW).flatMap(LenientTime::of).filter(last -> last.isAfter(OffsetDateTime.now().minusDays(1))).isEmpty();
    }

    /** All of them were, to the last page. */
    void lookedAt(String connectionId) {
        marks.put(connectionId, FLOW, OffsetDateTime.now(ZoneOffset.UTC).toString());
    }

    /** The PSA has ScopeStack's state of that time, unless a newer one is known. */
    void pushed(String connectionId, String projectId, OffsetDateTime updatedAt) {
        db.sql("""
                update project set stale = false where connection_id = :connection and project_id = :project
                and (changed_at is null or changed_at <= :updated)""")
            .param("connection", connectionId).param("project", projectId).param("updated", updatedAt).update();
    }

    Optional<OffsetDateTime> latestChange(String connectionId) {
        return db.sql("select max(changed_at) from project where connection_id = ? and changed_at <= current_timestamp").params(connectionId)
            .query(OffsetDateTime.class).optional();
    }

    /** Stale: its approval was revoked, so the PSA may be out of date until it is pushed again. */
    void keep(String connectionId, SeenProject seen, boolean stale) {
        Upsert.write(written("""
            update project set name = :name, client_name = :client, status = :status, approved_at = :approved, changed_at = :changed,
                crm_opportunity_id = :opportunity, stale = :stale, seen_at = current_timestamp
            where connection_id = :connection and project_id = :project""", connectionId, seen, stale), written("""
            insert into project (connection_id, project_id, name, client_name, status, approved_at, changed_at, crm_opportunity_id, stale, seen_at)
            values (:connection, :project, :name, :client, :status, :approved, :changed, :opportunity, :stale, current_timestamp)
            on conflict do nothing""", connectionId, seen, stale));
    }

    private JdbcClient.StatementSpec written(String sql, String connectionId, SeenProject seen, boolean stale) {
        return db.sql(sql).param("name", cut(seen.name(), LONGEST_NAME)).param("client", cut(seen.clientName(), LONGEST_CLIENT)).param("status", seen.status())
            .param("approved", seen.approvedAt()).param("changed", seen.changedAt()).param("opportunity", seen.crmOpportunityId())
            .param("stale", stale).param("connection", connectionId).param("project", seen.projectId());
    }

    private static String cut(String text, int most) {
        return DatabaseText.of(text, most);
    }
}
