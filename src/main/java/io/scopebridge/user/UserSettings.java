package io.scopebridge.user;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Users in the settings {@code scopebridge.console.*}.
 *
 * @param password of the user {@code admin}; if absent, and if there is no other admin, one is generated at the first start
 * @param users    additional users by name
 */
@ConfigurationProperties("scopebridge.console")
record UserSettings(String password, @DefaultValue Map<String, ConfiguredUser> users) {

    /** @param password in plain text, or a hash with its type as prefix, such as <code>{bcrypt}</code> */
    record ConfiguredUser(String password, @DefaultValue("viewer") String role) {

        @Override
        public String toString() {
            return "a " + role;
        }
    }

    @Override
    public String toString() {
        return "UserSettings";
    }
}
