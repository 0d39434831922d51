package io.scopebridge.command;

import io.scopebridge.audit.AuditVerification;
import io.scopebridge.secret.HubSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Import;

/** Names the first entry of the audit trail that was changed past the hub. */
@CommandContext
@Import({AuditVerification.class, HubSecrets.class})
class VerifyAuditCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final AuditVerification verification;

    VerifyAuditCommand(AuditVerification verification) {
        this.verification = verification;
    }

    @Override
    public int run() {
        AuditVerification.Result result = verification.verify();
        if (result.first().isEmpty()) {
            LOG.info("The audit trail is intact: {} entries.", result.entries());
            result.limits().forEach(LOG::warn);
            return 0;
        }
        AuditVerification.Break first = result.first().get();
        LOG.error("The audit trail is broken. First broken entry: {}. {}", first.entry() == null ? "after the last one" : first.entry(), first.what());
        result.breaks().stream().filter(other -> !other.equals(first)).forEach(other -> LOG.error("Also: {}", other.what()));
        result.limits().forEach(LOG::warn);
        return 1;
    }
}
