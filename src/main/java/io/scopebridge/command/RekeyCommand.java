package io.scopebridge.command;

import io.scopebridge.alert.TargetSecrets;
import io.scopebridge.connection.ConnectionSecrets;
import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.Rekey;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.UnusableKey;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Import;

/** Re-encrypts all stored secrets with the key that encrypts now. */
@CommandContext
@Import({ConnectionSecrets.class, TargetSecrets.class, HubSecrets.class, Rekey.class})
class RekeyCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Rekey rekey;
    private final SecretBox box;

    RekeyCommand(Rekey rekey, SecretBox box) {
        this.rekey = rekey;
        this.box = box;
    }

    @Override
    public int run() {
        Rekey.Result result;
        try {
            result = rekey.run();
        } catch (UnusableKey e) {
            LOG.error(e.getMessage());
            return 1;
        }
        LOG.info("Re-encrypted {} secrets in {} rows with key {}; {} secrets had it already.", result.secrets(), result.rows(), box.writingKey(), result.current());
        result.unreadable().forEach(LOG::error);
        result.abandoned().forEach(LOG::warn);
        if (result.remaining() > 0) {
            LOG.error("{} secrets were written with another key meanwhile: a hub still encrypts with it. Restart every hub with key {} first, then run rekey again.", result.remaining(), box.writingKey());
        }
        Set<String> former = box.keyIds();
        if (result.isComplete() && former.size() > 1) {
            LOG.info("The former keys ({}) are no longer needed by this database; its backups still need them.", String.join(", ", former.stream().skip(1).toList()));
        }
        return result.isComplete() ? 0 : 1;
    }
}
