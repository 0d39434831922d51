package io.scopebridge.user;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Adds the user {@code admin} with a generated password if nobody could log in as an admin. Of several nodes, one adds it. */
@Component
class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final ConfiguredUsers configured;
    private final UserTable table;
    private final PasswordEncoder encoder;
    private final FirstPassword firstPassword;
    private final ApplicationEventPublisher events;

    FirstAdmin(ConfiguredUsers configured, UserTable table, PasswordEncoder encoder, FirstPassword firstPassword, ApplicationEventPublisher events) {
        this.configured = configured;
        this.table = table;
        this.encoder = encoder;
        this.firstPassword = firstPassword;
        this.events = events;
    }

    @EventListener(ApplicationStartedEvent.class)
    void addIfNeeded() {
        if (configured.hasAdmin() || table.hasAdmin()) return;
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (table.add(Roles.ADMIN, Roles.ADMIN, encoder.encode(password), "start")) {
            firstPassword.made(Roles.ADMIN, password);
            events.publishEvent(new UserChanged(Roles.ADMIN, "users.create", Map.of("role", Roles.ADMIN), null));
        } else if (!table.hasAdmin()) {
            LOG.warn("No enabled user has the role admin, and the name {} is taken. Set scopebridge.console.password to log in as admin.", Roles.ADMIN);
        }
    }
}
