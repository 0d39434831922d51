package io.scopebridge.user;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Users for tests of the login. */
public final class TestUsers {

    private TestUsers() {
    }

    /** Without a database: nobody else is asked for. */
    public static ConsoleUsers withAdmin(String password, Path data, PasswordEncoder encoder) throws IOException {
        return new ConsoleUsers(new ConfiguredUsers(new UserSettings(password, Map.of()), data, encoder), null);
    }
}
