package io.scopebridge.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code scopebridge.console.*}.
 *
 * @param origins  the URLs under which browsers can use the console, such as {@code https://scopebridge.example.com};
 *                 {@code :*} means any port
 * @param url      the URL under which people open the console; links in alerts lead there
 * @param hosts    further names under which the console and the API can be requested; {@code *} means any
 */
@ConfigurationProperties("scopebridge.console")
record ConsoleSettings(@DefaultValue({"http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"}) List<String> origins,
                       @DefaultValue("") String url, @DefaultValue List<String> hosts) {

    @Override
    public String toString() {
        return "ConsoleSettings for " + origins;
    }
}
