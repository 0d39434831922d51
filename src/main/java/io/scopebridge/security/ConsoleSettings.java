package io.scopebridge.security;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code scopebridge.console.*}.
 *
 * @param password of the user {@code admin}; when it is absent one is made at the first start
 * @param users    further users by name
 * @param origins  the addresses under which browsers may use the console, such as {@code https://scopebridge.example.com};
 *                 {@code :*} stands for any port
 */
@ConfigurationProperties("scopebridge.console")
record ConsoleSettings(String password, @DefaultValue Map<String, ConsoleUser> users,
                       @DefaultValue({"http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"}) List<String> origins) {

    /** @param password in clear, or a hash that begins with its kind, such as <code>{bcrypt}</code> */
    record ConsoleUser(String password, @DefaultValue("viewer") String role) {

        @Override
        public String toString() {
            return "a " + role;
        }
    }

    @Override
    public String toString() {
        return "ConsoleSettings for " + origins;
    }
}
