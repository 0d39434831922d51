package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a target is reached. Its settings are described by routes/hub/alerts/(name).schema.json, its text by mappings/hub/alert-(name).ds. */
enum Channel {

    EMAIL, SLACK, TEAMS, WEBHOOK;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
