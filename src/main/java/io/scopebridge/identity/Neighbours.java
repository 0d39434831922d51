package io.scopebridge.identity;

import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Connections whose CRM records are in the same ScopeStack. */
@Component
class Neighbours {

    private final Connections connections;
    private final ScopeStackAccounts accounts;
    private final TenantKeys tenants;

    Neighbours(Connections connections, ScopeStackAccounts accounts, TenantKeys tenants) {
        this.connections = connections;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** By id. */
    List<Neighbour> of(String connection) {
        List<ConnectionView> all = connections.views();
        return all.stream().filter(one -> one.id().equals(connection)).findFirst().map(mine -> of(mine, all)).orElse(List.of());
    }

    private List<Neighbour> of(ConnectionView mine, List<ConnectionView> all) {
        Map<String, String> known = accounts.of(all);
        String tenant = tenants.of(mine);
        return all.stream().filter(other -> !other.id().equals(mine.id()) && ScopeStackAccounts.address(other).equals(ScopeStackAccounts.address(mine)))
            .map(other -> new Neighbour(other.id(), other.name(), other.system(), other.enabled(), known.get(other.id()).equals(known.get(mine.id())), tenants.of(other).equals(tenant)))
            .toList();
    }
}
