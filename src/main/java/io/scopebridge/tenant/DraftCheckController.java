package io.scopebridge.tenant;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionDraft;
import io.scopebridge.connection.Connections;
import io.scopebridge.governor.Breakers;
import io.scopebridge.governor.Governor;
import io.scopebridge.remote.Routes;
import io.scopebridge.remote.TenantCache;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks a connection before it is saved. */
@RestController
class DraftCheckController {

    private final Connections connections;
    private final Routes routes;
    private final TenantCache cache;
    private final Governor governor;
    private final Breakers breakers;

    DraftCheckController(Connections connections, Routes routes, TenantCache cache, Governor governor, Breakers breakers) {
        this.breakers = breakers;
        this.connections = connections;
        this.routes = routes;
        this.cache = cache;
        this.governor = governor;
    }

    /** Nothing is stored. Omitted secrets are taken from the stored connection with this id. */
    @PostMapping(path = "/api/connections/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    CheckedRights check(@RequestBody ConnectionDraft draft) {
        Connection connection = connections.tried(draft);
        try {
            return new CheckedRights(OffsetDateTime.now(ZoneOffset.UTC), false, rights(connection));
        } finally {
            cache.forgetAll(connection);
            governor.forget(connection);
            breakers.forget(connection);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Right> rights(Connection connection) {
        return routes.send("direct:connection-rights", connection, sent -> { }).getMessage().getBody(List.class);
    }
}
