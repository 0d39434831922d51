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
        return neighbours.of(connection.id()).stream().filter(Neighbour::sameAccount).map(other -> warning(connection, other)).toList();
    }

    private String warning(ConnectionView mine, Neighbour other) {
        String who = "The connection '" + other.name() + "' (" + other.id() + (other.enabled() ? ")" : "), which is disabled,") + " uses the same ScopeStack account";
        return other.sameTenant()
            ? who + " and the same " + tenants.title(other.system()) + " tenant. " + (mine.enabled() && other.enabled() ? "Both publish" : "While both are enabled, both publish")
                + " the same opportunities, and both act on the same projects: revenue and approvals are handled twice. "
                + (mine.enabled() && other.enabled() ? "Disable or delete one of them." : "Enable at most one of them.")
            : who + " with another tenant. Each connection writes only to opportunities of its own tenant; a project that is linked to an opportunity"
                + " of the other is left to it. A project without an opportunity belongs to both. An opportunity id that both tenants have is published as <id>@<connection>.";
    }
}
