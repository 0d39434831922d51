package io.scopebridge.connection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One connected app: a ScopeStack account linked to one PSA tenant.
 *
 * @param system   the PSA: the name of its folders in routes/systems and mappings
 * @param settings groups of settings without the secrets
 * @param secrets  by their path, such as {@code psa.secret}; never shown
 */
public record Connection(String id, String name, String system, boolean enabled, JsonNode settings,
                         @JsonIgnore Map<String, String> secrets) {

    /** The setting at a path such as {@code psa.host}; null when it is absent or blank. */
    public String setting(String path) {
        JsonNode value = settings.at("/" + path.replace('.', '/'));
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    public String setting(String path, String otherwise) {
        String value = setting(path);
        return value == null ? otherwise : value;
    }

    public String secret(String path) {
        return secrets.get(path);
    }

    /** Whether the connection is used for this; every feature is on unless it is switched off. */
    public boolean has(Feature feature) {
        return !"false".equals(setting(feature.setting()));
    }

    /** @throws FeatureOff if the connection is not used for it */
    public void require(Feature feature) {
        if (!has(feature)) throw new FeatureOff(id, feature);
    }

    @Override
    public String toString() {
        return "Connection " + id;
    }
}
