package io.scopebridge.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A connection as returned by the API.
 *
 * @param settings with the defaults filled in
 * @param secrets  the paths of those that are set, never their values
 * @param warnings what is unusual about it beside other connections; absent in lists
 */
public record ConnectionView(String id, String name, String system, boolean enabled, JsonNode settings, List<String> secrets,
                             @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {

    /** Knows what is unusual about a connection beside others. */
    public interface Advisor {

        List<String> warnings(ConnectionView connection);
    }

    ConnectionView with(List<String> found) {
        return new ConnectionView(id, name, system, enabled, settings, secrets, found);
    }

    /** The setting at a path such as {@code time.zone}; empty when it is absent. */
    public String setting(String path) {
        return settings.at("/" + path.replace('.', '/')).asText("");
    }
}
