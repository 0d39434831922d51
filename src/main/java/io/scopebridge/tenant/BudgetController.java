package io.scopebridge.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.GovernorFigures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The use of the call limits of a connection. */
@RestController
class BudgetController {

    private static final String SCOPESTACK = "scopestack";

    private final Connections connections;
    private final Governor governor;

    BudgetController(Connections connections, Governor governor) {
        this.connections = connections;
        this.governor = governor;
    }

    record Use(String system, @JsonUnwrapped GovernorFigures figures) {
    }

    record Budget(Use psa, Use scopestack) {
    }

    /** As seen by this node: only the node that processes the connection has current figures. */
    @GetMapping("/api/connections/{id}/budget")
    Budget budget(@PathVariable String id) {
        ConnectionView connection = connections.view(id);
        return new Budget(use(id, connection.system()), use(id, SCOPESTACK));
    }

    private Use use(String id, String system) {
        return new Use(system, governor.figures(id, system));
    }
}
