package io.scopebridge.identity;

import io.scopebridge.connection.ConnectionView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which other connections work in the same ScopeStack account. */
@Component
class SharedAccountWarnings implements ConnectionView.Advisor {

    private final Neighbours neighbours;
    private final TenantKeys tenants;

    SharedAccountWarnings(Neighbours neighbours, TenantKeys tenants) {
        this.neighbours = neighbours;
        this.tenants = tenants;
    }

    @Override
    public List<String> warnings(ConnectionView connection) {
        return neighbours.of(connection.id()).stream().filter(Neighbour::sameAccount).map(other -> warning(other)).toList();
    }

    private String warning(Neighbour other) {
        String who = "The connection '" + other.name() + "' (" + other.id() + ") uses the same ScopeStack account";
        return other.sameTenant()
            ? who + " and the same " + tenants.title(other.system()) + " tenant. Both publish the same opportunities, and both act on the same projects:"
                + " revenue and approvals are handled twice. Disable or delete one of them."
            : who + " with another tenant. Each connection writes only to opportunities of its own tenant; a project that is linked to an opportunity"
                + " of the other is left to it. A project without an opportunity belongs to both. An opportunity id that both tenants have is published as <id>@<connection>.";
    }
}
