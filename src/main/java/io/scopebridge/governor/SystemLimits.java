package io.scopebridge.governor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scopebridge.schema.SchemaFiles;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The limits of a system: {@code x-limits} of its group in its connection.schema.json, with the overrides from the hub's settings. */
@Component
class SystemLimits {

    private static final String KEYWORD = "x-limits";
    private static final Set<String> NAMES = Set.of("perEndpoint", "perTenant", "callsPerHour", "reservePercent", "slowFromPercent", "maxWait", "$comment");

    private final SchemaFiles schemas;
    private final GovernorSettings settings;

    SystemLimits(SchemaFiles schemas, GovernorSettings settings) {
        this.schemas = schemas;
        this.settings = settings;
    }

    Limits of(String system) {
        return settings.of(system).over(declared(system));
    }

    /** @throws IllegalStateException if the file declares anything other than limits */
    private Limits declared(String system) {
        JsonNode declared = schemas.ofSystem(system).map(schema -> schema.tree().path("properties").path(system).path(KEYWORD))
            .orElse(MissingNode.getInstance());
        try {
            for (Iterator<String> names = declared.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!NAMES.contains(name)) throw new IllegalArgumentException(name + " is unknown; use one of: " + NAMES);
            }
            return new GovernorSettings.Other(number(declared, "perEndpoint"), number(declared, "perTenant"), number(declared, "callsPerHour"),
                number(declared, "reservePercent"), number(declared, "slowFromPercent"), duration(declared.path("maxWait"))).over(Limits.USUAL);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(KEYWORD + " in routes/systems/" + system + "/connection.schema.json: " + e.getMessage(), e);
        }
    }

    private static Integer number(JsonNode limits, String name) {
        JsonNode value = limits.path(name);
        if (value.isMissingNode()) return null;
        if (!value.canConvertToInt() || !value.isIntegralNumber()) throw new IllegalArgumentException(name + " must be a whole number");
        return value.asInt();
    }

    private static Duration duration(JsonNode value) {
        return value.isMissingNode() ? null : DurationStyle.detectAndParse(value.asText());
    }
}
