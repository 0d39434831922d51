package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.database.DatabaseUnavailable;
import io.scopebridge.web.ChangeNotes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Records every request to the API that can change something, whichever controller handles it, including refused ones. The response is
 * sent after the entry is committed. Read-only requests ({@code preview}) are not recorded.
 */
class ApiAudit extends OncePerRequestFilter {

    /** Request attributes set by {@link ApiAuditBody} and {@link ConnectionAudit}. */
    static final String REASON = ApiAudit.class.getName() + ".reason";
    static final String FIELDS = ApiAudit.class.getName() + ".fields";
    static final String CHANGED = ApiAudit.class.getName() + ".changed";

    private static final Logger LOG = LoggerFactory.getLogger(ApiAudit.class);
    private static final Set<String> ONLY_ASK = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AuditTrail trail;
    private final ApiActions actions;
    private final ObjectMapper json;

    ApiAudit(AuditTrail trail, ApiActions actions, ObjectMapper json) {
        this.trail = trail;
        this.actions = actions;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return ONLY_ASK.contains(request.getMethod()) || !path.startsWith("/api/") || path.endsWith("/preview");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication asking = SecurityContextHolder.getContext().getAuthentication();
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, held);
            answered = true;
        } finally {
            int status = answered ? held.getStatus() : 500;
            // Unauthenticated users can do nothing, but could fill the table.
            if (status != HttpServletResponse.SC_UNAUTHORIZED) add(request, held, asking, status);
            held.copyBodyToResponse();
        }
    }

    private void add(HttpServletRequest request, HttpServletResponse response, Authentication asking, int status) {
        try {
            ApiActions.Action action = actions.of(request, response.getHeader("Location"));
            trail.add(new AuditEntry(0, null, Who.name(asking), Who.role(asking), action.name(), action.connection(), action.subject(),
                (String) request.getAttribute(REASON), AuditEntry.Outcome.of(status), status, details(request, response)));
        } catch (RuntimeException e) {
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && DatabaseUnavailable.causes(e)) return;
            LOG.error("{} {} by {} ended with {} and could not be recorded", request.getMethod(), request.getRequestURI(), Who.name(asking), status, e);
        }
    }

    private ObjectNode details(HttpServletRequest request, HttpServletResponse response) {
        ObjectNode details = json.createObjectNode();
        put(details, "fields", request.getAttribute(FIELDS));
        put(details, "changed", request.getAttribute(CHANGED));
        put(details, "changed", ChangeNotes.changed(request));
        ChangeNotes.of(request).forEach(details::put);
        String location = response.getHeader("Location");
        if (location != null) details.put("location", location);
        return details.isEmpty() ? null : details;
    }

    private static void put(ObjectNode details, String name, Object names) {
        if (names instanceof Collection<?> all && !all.isEmpty()) all.forEach(one -> details.withArray("/" + name).add(String.valueOf(one)));
    }
}
