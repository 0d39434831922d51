package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.ConnectionEdited;
import io.scopebridge.job.JobRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Actions that did not come through the API: connections of the configuration, and jobs of webhooks and approvals. Scheduled polls
 * are in the table job.
 */
@Component
class ConnectionAudit {

    private final AuditTrail trail;
    private final ObjectMapper json;

    ConnectionAudit(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @EventListener
    void edited(ConnectionEdited event) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ApiAudit.CHANGED, event.settings(), RequestAttributes.SCOPE_REQUEST);
        } else if (!event.settings().isEmpty()) {
            ObjectNode details = json.createObjectNode();
            event.settings().forEach(name -> details.withArray("/changed").add(name));
            add("configuration", event.created() ? "connections.create" : "connections.change", event.id(), null, details);
        }
    }

    @EventListener
    void requested(JobRequested event) {
        if (event.source().equals("api")) return;
        add(event.source(), "job." + event.flow(), event.connectionId(), event.subject(), json.createObjectNode().put("location", "/api/jobs/" + event.job()));
    }

    private void add(String who, String action, String connection, String subject, ObjectNode details) {
        trail.add(new AuditEntry(0, null, who, null, action, connection, subject, null, AuditEntry.Outcome.DONE, null, details));
    }
}
