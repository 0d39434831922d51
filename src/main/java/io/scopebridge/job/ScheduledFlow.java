package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.ConnectionView;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * A scheduled flow: {@code x-flow} of the setting that holds its cron expression, in a connection.schema.json.
 *
 * @param name     in the table schedule; the name of the flow unless two schedules create jobs for the same flow
 * @param flow     the jobs go to the route {@code direct:<flow>}
 * @param cron     the path of the setting
 * @param defaultCron its default, or null: connections that keep it are spread over time
 * @param settings paths of settings that must all be on ({@code while})
 * @param needs    the setting of the hub that it requires, or null
 * @param atOnce   whether it is due as soon as it is turned on
 * @param atEnd    whether it runs once more when it is turned off, to clean up
 */
record ScheduledFlow(String name, String flow, String subject, ObjectNode payload, String cron, String defaultCron, List<String> settings, String needs, boolean atOnce, boolean atEnd) {

    static ScheduledFlow of(String path, JsonNode field) {
        JsonNode declared = field.path(ScheduledFlows.KEYWORD);
        String flow = declared.path("flow").asText();
        List<String> settings = new ArrayList<>();
        declared.path("while").forEach(setting -> settings.add(setting.asText()));
        ObjectNode payload = declared.path("payload") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        return new ScheduledFlow(declared.path("name").asText(flow), flow, declared.path("subject").asText(flow), payload, path, field.path("default").asText(null), settings,
            declared.path("needs").asText(null), declared.path("atOnce").asBoolean(true), declared.path("atEnd").asBoolean(false));
    }

    boolean isOn(ConnectionView connection, Environment environment) {
        return connection.enabled() && !connection.setting(cron).isBlank()
            && settings.stream().noneMatch(setting -> "false".equals(connection.setting(setting)))
            && (needs == null || !environment.getProperty(needs, "").isBlank());
    }
}
