package io.scopebridge.security;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code scopebridge.console.*}.
 *
 * @param password of the user {@code admin}; if absent, one is generated at the first start
 * @param users    additional users by name
 * @param origins  the URLs under which browsers can use the console, such as {@code https://scopebridge.example.com};
 *                 {@code :*} means any port
 * @param url      the URL under which people open the console; links in alerts lead there
 * @param hosts    further names under which the console and the API can be requested; {@code *} means any
 */
@ConfigurationProperties("scopebridge.console")
record ConsoleSettings(String password, @DefaultValue Map<String, ConsoleUser> users,
                       @DefaultValue({"http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"}) List<String> origins,
                       @DefaultValue("") String url, @DefaultValue List<String> hosts) {

    /** @param password in plain text, or a hash with its type as prefix, such as <code>{bcrypt}</code> */
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
