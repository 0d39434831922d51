package io.scopebridge.user;

import io.scopebridge.user.UserSettings.ConfiguredUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Users of the settings and of the users file, as read at the start. */
@Component
class ConfiguredUsers {

    private static final int SHORTEST_PASSWORD = 8;

    private final Map<String, ConsoleUser> users = new TreeMap<>();
    private final PasswordEncoder encoder;

    ConfiguredUsers(UserSettings settings, @Value("${scopebridge.data}") Path data, PasswordEncoder encoder) throws IOException {
        this.encoder = encoder;
        new UsersFile(data).read().forEach(line -> add(new ConsoleUser(line.name(), line.role(), line.hash(), line.hash(), Source.FILE)));
        if (settings.password() != null && !settings.password().isBlank()) addFromSettings(Roles.ADMIN, new ConfiguredUser(settings.password(), Roles.ADMIN));
        settings.users().forEach(this::addFromSettings);
    }

    private void addFromSettings(String name, ConfiguredUser user) {
        if (user.password() == null || user.password().length() < SHORTEST_PASSWORD) {
            throw new IllegalStateException("The password of the console user '" + name + "' must have at least " + SHORTEST_PASSWORD + " characters.");
        }
        String hash = user.password().matches("\\{[a-z0-9@_-]+}.+") ? user.password() : encoder.encode(user.password());
        add(new ConsoleUser(name, user.role(), hash, user.password(), Source.SETTINGS));
    }

    private void add(ConsoleUser user) {
        if (!Roles.ALL.contains(user.role())) {
            throw new IllegalStateException("The console user '" + user.name() + "' has the role '" + user.role() + "'; use viewer, operator or admin.");
        }
        users.put(user.name(), user);
    }

    Optional<ConsoleUser> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    Collection<ConsoleUser> all() {
        return users.values();
    }

    boolean hasAdmin() {
        return users.values().stream().anyMatch(user -> user.role().equals(Roles.ADMIN));
    }

    boolean hasNameLike(String name) {
        return users.keySet().stream().anyMatch(known -> known.equalsIgnoreCase(name));
    }
}
