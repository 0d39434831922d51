package io.scopebridge.tenant;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.remote.Routes;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The permission doctor. */
@RestController
@RequestMapping("/api/connections/{id}")
class RightsController {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Connections connections;
    private final Routes routes;
    private final Rights rights;

    RightsController(Connections connections, Routes routes, Rights rights) {
        this.connections = connections;
        this.routes = routes;
        this.rights = rights;
    }

    /** Checks now, even if the connection is disabled, so that it can be fixed before it is used. */
    @PostMapping("/check")
    CheckedRights check(@PathVariable String id, Principal who) {
        Connection connection = connections.get(id);
        LOG.info("{}: {} requested a check", id, who == null ? "somebody" : who.getName());
        routes.send("direct:check-connection", connection, sent -> { });
        return rights.of(id);
    }

    /** The result of the last check. */
    @GetMapping("/rights")
    CheckedRights rights(@PathVariable String id) {
        connections.view(id);
        return rights.of(id);
    }
}
