package io.scopebridge.secret;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports at the start which stored secrets the keys cannot read, by name. Other connections are not affected. */
@Component
@Order(-1)
class KeyCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final int MOST_LINES = 50;

    private final SecretBox box;
    private final Rekey rekey;

    KeyCheck(SecretBox box, Rekey rekey) {
        this.box = box;
        this.rekey = rekey;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> unreadable = rekey.unreadable();
        unreadable.stream().limit(MOST_LINES).forEach(LOG::error);
        if (unreadable.size() > MOST_LINES) LOG.error("{} more stored secrets cannot be read.", unreadable.size() - MOST_LINES);
        rekey.abandoned().forEach(LOG::info);
        Set<String> former = rekey.formerKeysInUse();
        if (!former.isEmpty()) {
            LOG.warn("Stored secrets are still encrypted with former keys ({}). Run the command rekey to encrypt them with key {}.", String.join(", ", former), box.writingKey());
        }
    }
}
