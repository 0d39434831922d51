package io.scopebridge.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.ActionRefused;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.connection.FeatureOff;
import io.scopebridge.connection.ProjectAction;
import io.scopebridge.connection.ProjectActions;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.job.JobRequests;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.trace.TracedWork;
import io.scopebridge.trace.Traces;
import io.scopebridge.web.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns a signed event into a job. */
@Component
class WebhookIntake {

    private final Connections connections;
    private final EventStore store;
    private final ProjectOptions options;
    private final ProjectActions actions;
    private final SchemaFiles schemas;
    private final ObjectMapper json;
    private final Traces traces;

    WebhookIntake(Connections connections, EventStore store, ProjectOptions options, ProjectActions actions, SchemaFiles schemas, ObjectMapper json, Traces traces) {
        this.connections = connections;
        this.store = store;
        this.options = options;
        this.actions = actions;
        this.schemas = schemas;
        this.json = json;
        this.traces = traces;
    }

    /** @throws Refused if nothing was stored */
    EventStore.Receipt accept(String connectionId, Map<String, Object> headers, byte[] bytes) {
        Connection connection = signable(connectionId);
        WebhookBody body = WebhookBody.of(headers, bytes);
        String event = Signature.verified(secrets(connection), headers, body);
        try (TracedWork traced = traces.received("webhook", connectionId, headers)) {
            return traced.job(() -> accepted(connection, body, event, Signature.sha256(bytes)), EventStore.Receipt::job);
        }
    }

    private EventStore.Receipt accepted(Connection connection, WebhookBody body, String event, String hash) {
        String connectionId = connection.id();
        if (!connection.enabled()) {
            return store.known(connectionId, event, hash)
                .orElseThrow(() -> new Refused(HttpStatus.CONFLICT, "The connection '" + connectionId + "' is disabled. Enable it and send the event again."));
        }
        try {
            Job job = job(connection, WebhookEvent.of(body.json(), schemas.file("hub/webhook-event.schema.json")));
            return store.store(connectionId, new EventStore.Event(event, hash, request(connectionId, event, job)));
        } catch (Refused e) {
            // An event that was accepted before stays accepted, whatever has changed since.
            return store.known(connectionId, event, hash).orElseThrow(() -> e);
        }
    }

    private record Job(String flow, String project, ObjectNode payload) {
    }

    private JobRequests.Request request(String connection, String event, Job job) {
        return new JobRequests.Request(job.flow(), "project:" + job.project(), job.payload(), EventStore.SOURCE + ":" + connection + ":" + event, Traces.traceparent());
    }

    /** The same response for no connection and for no secret, so that strangers cannot discover connections. */
    private Connection signable(String id) {
        return connections.find(id).filter(connection -> connection.secret("webhooks.secret") != null)
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "Webhooks are not accepted for '" + id + "': there is no such connection, or its setting webhooks.secret is not set."));
    }

    /** The previous one stays valid while senders change to the new one. */
    private static List<String> secrets(Connection connection) {
        return Stream.of("webhooks.secret", "webhooks.previousSecret").map(connection::secret).filter(Objects::nonNull).toList();
    }

    private Job job(Connection connection, WebhookEvent event) {
        ObjectNode payload = json.createObjectNode().put("project", event.project());
        if (event.type().equals(WebhookEvent.CREATE)) require(connection, Feature.PSA);
        return switch (event.type()) {
            case WebhookEvent.CREATE -> new Job("push-project", event.project(), payload.set("options", checked(connection, event)));
            case WebhookEvent.CHANGED -> new Job("watch-projects", event.project(), payload);
            case WebhookEvent.UPDATE_CRM -> asked(connection, ProjectAction.UPDATE_CRM, "sync-revenue", payload.put("asked", true));
            case WebhookEvent.CREATE_SALES_ORDER -> asked(connection, ProjectAction.CREATE_SALES_ORDER, "create-sales-order", payload);
            default -> throw new IllegalStateException("The schema of events has a type without a handler: " + event.type());
        };
    }

    private static void require(Connection connection, Feature feature) {
        try {
            connection.require(feature);
        } catch (FeatureOff e) {
            throw new Refused(HttpStatus.CONFLICT, e.getMessage() + " " + e.remedy());
        }
    }

    private Job asked(Connection connection, ProjectAction action, String flow, ObjectNode payload) {
        try {
            actions.require(connection, action);
            return new Job(flow, payload.get("project").asText(), payload);
        } catch (ActionRefused e) {
            throw new Refused(e.switchedOff() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        }
    }

    private ObjectNode checked(Connection connection, WebhookEvent event) {
        try {
            return options.validate(connection, event.options());
        } catch (InvalidInput e) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The options are not valid for " + connection.system() + ".", e.under(event.enveloped() ? "data.options" : "options").errors());
        }
    }
}
