package io.scopebridge.project;

import io.scopebridge.connection.Connection;
import io.scopebridge.log.FailureLog;
import java.util.Optional;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which opportunity a ScopeStack project is linked with, by the ids of both sides. */
@Component("opportunityLinks")
public class OpportunityLinks {

    private static final String OF_LEDGER = "l.connection_id = o.connection_id and l.subject = 'opportunities' and l.step_key = 'opportunity:' || o.opportunity_id";

    private final JdbcClient db;
    private final FailureLog log;

    OpportunityLinks(JdbcClient db, FailureLog log) {
        this.db = db;
        this.log = log;
    }

    /**
     * A project's link as last seen.
     *
     * @param opportunity    id in the PSA; null when there is no link, or it is with one that the hub did not publish
     * @param crmOpportunity id in ScopeStack; null when there is no link
     */
    record Link(String project, String opportunity, String crmOpportunity, String name) {
    }

    /** @param crmOpportunity id in ScopeStack; null when ScopeStack does not have it */
    record Target(String crmOpportunity, boolean closed, String filteredOutReason) {
    }

    /** Empty when the project was never seen. */
    Optional<Link> of(String connection, String project) {
        return db.sql("""
                select p.project_id, o.opportunity_id, p.crm_opportunity_id, o.name from project p
                left join ledger_record l on l.connection_id = p.connection_id and l.subject = 'opportunities' and l.remote_id = p.crm_opportunity_id
                left join opportunity_summary o on o.connection_id = p.connection_id and l.step_key = 'opportunity:' || o.opportunity_id
                where p.connection_id = ? and p.project_id = ?""")
            .params(connection, project).query((row, n) -> new Link(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).optional();
    }

    /** Empty when the PSA has no such opportunity, as far as the hub knows. */
    Optional<Target> target(String connection, String opportunity) {
        return db.sql("select l.remote_id, o.closed, o.kept_out_because from opportunity_summary o left join ledger_record l on " + OF_LEDGER
                + " where o.connection_id = ? and o.opportunity_id = ?")
            .params(connection, opportunity).query((row, n) -> new Target(row.getString(1), row.getBoolean(2), row.getString(3))).optional();
    }

    /** The link is as it was wanted: what did not work on the way is settled. */
    public void done(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject) {
        log.resolve(connection.id(), flow, subject, null);
    }
}
