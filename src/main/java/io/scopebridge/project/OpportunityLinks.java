package io.scopebridge.project;

import io.scopebridge.connection.Connection;
import io.scopebridge.log.FailureLog;
import io.scopebridge.text.SameName;
import java.util.Optional;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opportunity that a ScopeStack project is linked to, with the ids of both systems. */
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
     * A project's link as last read.
     *
     * @param opportunity    id in the PSA; null if there is no link, or the hub did not publish the linked one
     * @param crmOpportunity id in ScopeStack; null if there is no link
     * @param client         of the project in ScopeStack; null if it is not known
     * @param company        of the opportunity in the PSA; null if there is none
     * @param sameCompany    whether these two are the same, or one of them is not known
     */
    record Link(String project, String opportunity, String crmOpportunity, String name, String client, String company, boolean sameCompany) {
    }

    /** @param crmOpportunity id in ScopeStack; null if ScopeStack does not have it */
    record Target(String crmOpportunity, String company, boolean closed, String filteredOutReason) {
    }

    static boolean isSameCompany(String client, String company) {
        return client == null || company == null || SameName.of(client, company);
    }

    /** Empty if the project is unknown. */
    Optional<Link> of(String connection, String project) {
        return db.sql("""
                select p.project_id, o.opportunity_id, p.crm_opportunity_id, o.name, p.client_name, o.company_name from project p
                left join ledger_record l on l.connection_id = p.connection_id and l.subject = 'opportunities' and l.remote_id = p.crm_opportunity_id
                left join opportunity_summary o on o.connection_id = p.connection_id and l.step_key = 'opportunity:' || o.opportunity_id
                where p.connection_id = ? and p.project_id = ?""")
            .params(connection, project).query((row, n) -> new Link(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                row.getString(5), row.getString(6), isSameCompany(row.getString(5), row.getString(6)))).optional();
    }

    /** Empty if the hub does not know the opportunity. */
    Optional<Target> target(String connection, String opportunity) {
        return db.sql("select l.remote_id, o.company_name, o.closed, o.kept_out_because from opportunity_summary o left join ledger_record l on " + OF_LEDGER
                + " where o.connection_id = ? and o.opportunity_id = ?")
            .params(connection, opportunity).query((row, n) -> new Target(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4))).optional();
    }

    /** The link is as requested: earlier failures are resolved. */
    public void done(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject) {
        log.resolve(connection.id(), flow, subject, null);
    }
}
