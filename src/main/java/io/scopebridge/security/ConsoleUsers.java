package io.scopebridge.security;

import io.scopebridge.security.ConsoleSettings.ConsoleUser;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The users of the console and the API: from the settings, then from the users file. */
@Component
class ConsoleUsers {

    static final String ADMIN = "admin";
    private static final Set<String> ROLES = Set.of("viewer", "operator", "admin");
    private static final int SHORTEST_PASSWORD = 8;

    private record Entry(String hash, String role) {
    }

    private final Map<String, Entry> users = new HashMap<>();
    private final PasswordEncoder encoder;

    ConsoleUsers(ConsoleSettings settings, @Value("${scopebridge.data}") Path data, PasswordEncoder encoder,
                 FirstPassword firstPassword) throws IOException {
        this.encoder = encoder;
        UsersFile file = new UsersFile(data);
        boolean passwordIsSet = settings.password() != null && !settings.password().isBlank();
        if (!passwordIsSet && file.read().isEmpty()) {
            makeAdmin(file, firstPassword);
        }
        file.read().forEach(line -> add(line.name(), line.role(), line.hash()));
        if (passwordIsSet) {
            addFromSettings(ADMIN, new ConsoleUser(settings.password(), "admin"));
        }
        settings.users().forEach(this::addFromSettings);
    }

    private void makeAdmin(UsersFile file, FirstPassword firstPassword) throws IOException {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (file.create(new UsersFile.Line(ADMIN, "admin", encoder.encode(password)))) {
            firstPassword.made(ADMIN, password);
        }
    }

    private void addFromSettings(String name, ConsoleUser user) {
        if (user.password() == null || user.password().length() < SHORTEST_PASSWORD) {
            throw new IllegalStateException("The password of the console user '" + name + "' must have at least " + SHORTEST_PASSWORD + " characters.");
        }
        add(name, user.role(), user.password().matches("\\{[a-z0-9@_-]+}.+") ? user.password() : encoder.encode(user.password()));
    }

    private void add(String name, String role, String hash) {
        if (!ROLES.contains(role)) {
            throw new IllegalStateException("The console user '" + name + "' has the role '" + role + "'; use viewer, operator or admin.");
        }
        users.put(name, new Entry(hash, role));
    }

    UserDetails named(String name) {
        Entry entry = users.get(name);
        if (entry == null) {
            throw new UsernameNotFoundException(name);
        }
        return User.withUsername(name).password(entry.hash()).roles(entry.role()).build();
    }
}
