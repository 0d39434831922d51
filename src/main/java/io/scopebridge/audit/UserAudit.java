package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.user.UserChanged;
import io.scopebridge.web.ChangeNotes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Changes of users: facts of a request, such as the new role, and the first admin, whom the start of the hub adds. */
@Component
class UserAudit {

    private final AuditTrail trail;
    private final ObjectMapper json;

    UserAudit(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @EventListener
    void changed(UserChanged event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            event.facts().forEach((name, value) -> ChangeNotes.add(request.getRequest(), name, value));
            return;
        }
        ObjectNode details = json.createObjectNode();
        event.facts().forEach(details::put);
        trail.add(new AuditEntry(0, null, "start", null, event.action(), null, "users:" + event.name(), null, AuditEntry.Outcome.DONE, null, details));
    }
}
