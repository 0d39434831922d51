package io.scopebridge.tenant;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The status of a connection. */
@RestController
class StatusController {

    private final ConnectionStates states;

    StatusController(ConnectionStates states) {
        this.states = states;
    }

    @GetMapping("/api/connections/{id}/status")
    ConnectionState status(@PathVariable String id) {
        return states.of(id);
    }
}
