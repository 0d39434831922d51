package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A connection as returned by the API.
 *
 * @param settings with the defaults filled in
 * @param secrets  the paths of those that are set, never their values
 */
public record ConnectionView(String id, String name, String system, boolean enabled, JsonNode settings, List<String> secrets) {

    /** The setting at a path such as {@code time.zone}; empty when it is absent. */
    public String setting(String path) {
        return settings.at("/" + path.replace('.', '/')).asText("");
    }
}
