package io.scopebridge.audit;

import io.scopebridge.log.LogKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The trail as it is read: its entries, and the refused logins between them. */
@Component
class AuditPages {

    private static final Comparator<AuditEntry> NEWEST_FIRST = Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id).reversed();

    private final AuditTrail trail;
    private final RefusedLogins refused;

    AuditPages(AuditTrail trail, RefusedLogins refused) {
        this.trail = trail;
        this.refused = refused;
    }

    List<AuditEntry> page(AuditTrail.Filter filter, LogKey after, int limit) {
        return Stream.concat(trail.page(filter, after, limit).stream(), refused.page(filter, after, limit).stream()).sorted(NEWEST_FIRST).limit(limit).toList();
    }
}
