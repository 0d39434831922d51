package io.scopebridge.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ids of opportunities other tenants use in the same ScopeStack. */
@Component
public class CrmIds {

    private final JdbcClient db;
    private final Neighbours neighbours;

    CrmIds(JdbcClient db, Neighbours neighbours) {
        this.db = db;
        this.neighbours = neighbours;
    }

    /**
     * Those of the ids that stand for an opportunity of another tenant in the same account. Of two connections that have not published it yet the
     * one whose id comes first uses it.
     */
    public Set<String> taken(String connection, Collection<String> opportunities) {
        List<String> others = neighbours.of(connection).stream().filter(other -> other.sameAccount() && !other.sameTenant()).map(Neighbour::id).toList();
        if (others.isEmpty() || opportunities.isEmpty()) return Set.of();
        return new HashSet<>(db.sql("""
                select opportunity_id from opportunity_summary where connection_id in (:others) and opportunity_id in (:ids)
                and (published_as = opportunity_id or published_as is null and offered and connection_id < :connection)""")
            .param("others", others).param("ids", opportunities).param("connection", connection).query(String.class).list());
    }

    /** The id in the PSA of what the connection has published under this id. */
    public static String inPsa(String connection, String publishedAs) {
        String suffix = "@" + connection;
        return publishedAs.endsWith(suffix) ? publishedAs.substring(0, publishedAs.length() - suffix.length()) : publishedAs;
    }

    /** By opportunity: the CRM records that connections with other tenants have published for their opportunities of this id. */
    public Map<String, List<String>> heldByOthers(String connection, Collection<String> opportunities) {
        Map<String, List<String>> held = new HashMap<>();
        List<String> others = neighbours.of(connection).stream().filter(other -> !other.sameTenant()).map(Neighbour::id).toList();
        if (others.isEmpty() || opportunities.isEmpty()) return held;
        db.sql("""
                select step_key, remote_id from ledger_record where connection_id in (:others) and subject = 'opportunities'
                and step_key in (:keys) and remote_id is not null""")
            .param("others", others).param("keys", opportunities.stream().map(CrmRecords::stepKey).toList())
            .query(row -> { held.computeIfAbsent(CrmRecords.opportunity(row.getString(1)), any -> new ArrayList<>()).add(row.getString(2)); });
        return held;
    }
}
