package io.scopebridge.project;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table project: ScopeStack's projects as last seen. */
@Repository
class Projects {

    private final JdbcClient db;

    Projects(JdbcClient db) {
        this.db = db;
    }

    /** The status as it was last seen; empty when the project was never seen. */
    Optional<String> status(String connectionId, String projectId) {
        return db.sql("select status from project where connection_id = ? and project_id = ?").params(connectionId, projectId)
            .query(String.class).optional();
    }

    Optional<OffsetDateTime> latestChange(String connectionId) {
        return db.sql("select max(changed_at) from project where connection_id = ?").params(connectionId)
            .query(OffsetDateTime.class).optional();
    }

    /** Stale: it was approved and went back to building, so that what the PSA has may be out of date. */
    void keep(String connectionId, SeenProject seen, boolean known, boolean stale) {
        String sql = known ? """
            update project set name = :name, client_name = :client, status = :status, approved_at = :approved, changed_at = :changed,
                crm_opportunity_id = :opportunity, stale = :stale, seen_at = current_timestamp
            where connection_id = :connection and project_id = :project"""
            : """
            insert into project (connection_id, project_id, name, client_name, status, approved_at, changed_at, crm_opportunity_id, stale, seen_at)
            values (:connection, :project, :name, :client, :status, :approved, :changed, :opportunity, :stale, current_timestamp)""";
        db.sql(sql).param("name", cut(seen.name(), 500)).param("client", cut(seen.clientName(), 300)).param("status", seen.status())
            .param("approved", seen.approvedAt()).param("changed", seen.changedAt()).param("opportunity", seen.crmOpportunityId())
            .param("stale", stale).param("connection", connectionId).param("project", seen.projectId()).update();
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
