package io.scopebridge.identity;

import io.scopebridge.connection.Connection;
import io.scopebridge.text.SameName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose opportunity a CRM record of ScopeStack stands for. ScopeStack does not say where a record comes from, and ids of different tenants are alike:
 * the ledger decides, or else what the PSA itself says of the opportunity.
 */
@Component("crmRecords")
public class CrmRecords {

    private static final String PREFIX = "opportunity:";

    private final JdbcClient db;
    private final Neighbours neighbours;

    CrmRecords(JdbcClient db, Neighbours neighbours) {
        this.db = db;
        this.neighbours = neighbours;
    }

    private record Claim(String connection, String opportunity) {
    }

    private record Polled(String name, String companyId, String companyName) {
    }

    static String stepKey(String opportunity) {
        return PREFIX + opportunity;
    }

    static String opportunity(String stepKey) {
        return stepKey.substring(PREFIX.length());
    }

    /**
     * @param opportunity of a bundle: id, opportunityId, companyId, companyName; null when the project has none
     * @return {@code state} OURS with {@code opportunityId}, {@code companyId} and {@code companyName} in the PSA; OTHERS with the name of the
     *         {@code connection} that published it; UNKNOWN; NONE when there is no opportunity
     */
    public Map<String, Object> owner(Connection connection, Map<String, Object> opportunity) {
        if (opportunity == null) return Map.of("state", "NONE");
        Map<String, Neighbour> around = around(connection.id());
        List<Claim> claims = claims(text(opportunity, "id"), Stream.concat(Stream.of(connection.id()), around.keySet().stream()).toList());
        Optional<Claim> ours = claims.stream().filter(claim -> claim.connection().equals(connection.id())).findFirst()
            .or(() -> claims.stream().filter(claim -> around.get(claim.connection()).sameTenant()).findFirst());
        if (ours.isPresent()) return ours(ours.get().opportunity(), polled(ours.get().connection(), ours.get().opportunity()).orElse(new Polled(null, null, null)));
        if (!claims.isEmpty()) return Map.of("state", "OTHERS", "connection", around.get(claims.get(0).connection()).name());
        return confirmed(connection.id(), opportunity).orElse(Map.of("state", "UNKNOWN"));
    }

    /** Whether only connections with other tenants have published it. */
    public boolean isOthers(String connection, String crmRecord) {
        Map<String, Neighbour> around = around(connection);
        if (crmRecord == null || around.isEmpty()) return false;
        List<Claim> claims = claims(crmRecord, Stream.concat(Stream.of(connection), around.keySet().stream()).toList());
        return !claims.isEmpty() && claims.stream().noneMatch(claim -> claim.connection().equals(connection) || around.get(claim.connection()).sameTenant());
    }

    private Map<String, Neighbour> around(String connection) {
        return neighbours.of(connection).stream().collect(Collectors.toMap(Neighbour::id, other -> other, (one, other) -> one, LinkedHashMap::new));
    }

    private List<Claim> claims(String crmRecord, List<String> connections) {
        return db.sql("select connection_id, step_key from ledger_record where subject = 'opportunities' and remote_id = :record and connection_id in (:connections)")
            .param("record", crmRecord).param("connections", connections).query((row, n) -> new Claim(row.getString(1), opportunity(row.getString(2)))).list();
    }

    /** The PSA has an opportunity of this id, of the same company and with the same name, since tenants may have the same companies; and the connection has published no other record for it. */
    private Optional<Map<String, Object>> confirmed(String connection, Map<String, Object> opportunity) {
        String own = CrmIds.inPsa(connection, text(opportunity, "opportunityId"));
        boolean hasAnother = db.sql("select count(*) from ledger_record where connection_id = ? and subject = 'opportunities' and step_key = ? and remote_id is not null")
            .params(connection, stepKey(own)).query(Integer.class).single() > 0;
        if (hasAnother) return Optional.empty();
        return polled(connection, own).filter(polled -> polled.companyId() != null && polled.companyId().equals(text(opportunity, "companyId"))
            && SameName.of(polled.name(), text(opportunity, "name")))
            .map(polled -> ours(own, polled));
    }

    private Optional<Polled> polled(String connection, String opportunity) {
        return db.sql("select name, company_id, company_name from opportunity_summary where connection_id = ? and opportunity_id = ?")
            .params(connection, opportunity).query((row, n) -> new Polled(row.getString(1), row.getString(2), row.getString(3))).optional();
    }

    private static Map<String, Object> ours(String opportunity, Polled polled) {
        Map<String, Object> ours = new HashMap<>(Map.of("state", "OURS", "opportunityId", opportunity));
        ours.put("companyId", polled.companyId());
        ours.put("companyName", polled.companyName());
        return ours;
    }

    private static String text(Map<String, Object> opportunity, String name) {
        return opportunity.get(name) == null ? "" : opportunity.get(name).toString();
    }
}
