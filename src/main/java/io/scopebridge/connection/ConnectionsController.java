package io.scopebridge.connection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections over HTTP. Secrets are accepted and never returned. */
@RestController
@RequestMapping("/api/connections")
class ConnectionsController {

    /** Long enough for a small connection, so that its id can be used again; the rest is removed in the background. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private final Connections connections;
    private final DeletedConnections deleted;
    private final ObjectProvider<ConnectionView.Advisor> advisors;

    ConnectionsController(Connections connections, DeletedConnections deleted, ObjectProvider<ConnectionView.Advisor> advisors) {
        this.connections = connections;
        this.deleted = deleted;
        this.advisors = advisors;
    }

    @GetMapping
    List<ConnectionView> list() {
        return connections.views();
    }

    @GetMapping("/{id}")
    ConnectionView get(@PathVariable String id) {
        return advised(connections.view(id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConnectionView> create(@RequestBody ConnectionDraft draft) {
        ConnectionView made = advised(connections.create(draft));
        return ResponseEntity.created(URI.create("/api/connections/" + made.id())).body(made);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ConnectionView replace(@PathVariable String id, @RequestBody ConnectionDraft draft) {
        return advised(connections.replace(id, draft));
    }

    @PostMapping("/{id}/enable")
    ConnectionView enable(@PathVariable String id) {
        return advised(connections.enable(id, true));
    }

    @PostMapping("/{id}/disable")
    ConnectionView disable(@PathVariable String id) {
        return advised(connections.enable(id, false));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        connections.delete(id);
        deleted.remove(id, AT_ONCE);
    }

    private ConnectionView advised(ConnectionView connection) {
        return connection.with(advisors.stream().flatMap(advisor -> advisor.warnings(connection).stream()).toList());
    }
}
