package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;

/** What connection.schema.json of a system must say. */
final class SettingsChecks {

    private static final Set<String> OFFERS = Set.of("project.update-crm", "project.create-sales-order");
    private static final Map<String, int[]> LIMITS = Map.of("perEndpoint", new int[] {0, 1000}, "perTenant", new int[] {1, 1000},
        "callsPerHour", new int[] {0, 10_000_000}, "reservePercent", new int[] {0, 99}, "slowFromPercent", new int[] {1, 100});

    private final Psa psa;
    private final List<String> offences = new ArrayList<>();

    private SettingsChecks(Psa psa) {
        this.psa = psa;
    }

    static List<String> of(Psa psa) {
        SettingsChecks checks = new SettingsChecks(psa);
        checks.check();
        return checks.offences;
    }

    private void check() {
        JsonNode settings = psa.settings();
        if (!settings.isObject()) {
            offences.add("connection.schema.json is missing");
            return;
        }
        if (!psa.name().matches("[a-z]+")) offences.add("the name of the system is not in lower-case letters");
        Contracts.asSchema(settings).forEach(offence -> offences.add("connection.schema.json: " + offence));
        JsonNode own = settings.path("properties").path(psa.name());
        if (!own.isObject()) offences.add("connection.schema.json has no group " + psa.name());
        own.path("properties").properties().forEach(field -> field(psa.name() + "." + field.getKey(), field.getKey(), field.getValue()));
        limits(own.path("x-limits"));
        own.path("x-tenant").forEach(name -> {
            if (own.path("properties").path(name.asText()).isMissingNode()) offences.add("x-tenant: " + name.asText() + " is no setting of " + psa.name());
        });
        settings.path("x-offers").forEach(offer -> {
            if (!OFFERS.contains(offer.asText())) offences.add("x-offers: " + offer.asText() + " is none of " + OFFERS);
        });
        settings.path("properties").properties().forEach(group -> group.getValue().path("properties").properties()
            .forEach(field -> flow(group.getKey() + "." + field.getKey(), field.getValue())));
    }

    private void field(String path, String name, JsonNode field) {
        for (String text : List.of("title", "description")) if (field.path(text).asText().isBlank()) offences.add(path + " has no " + text);
        if (name.matches("(?i).*(secret|password|privatekey|apikey|token)") && !field.path("writeOnly").asBoolean()) offences.add(path + " is a secret and not writeOnly");
        if (name.matches("(?i).*(url|host)") && !field.path("format").asText().equals("uri")) offences.add(path + " is an address and has not the format uri");
    }

    private void limits(JsonNode limits) {
        limits.properties().forEach(limit -> {
            String name = limit.getKey();
            if (name.equals("$comment")) return;
            int[] range = LIMITS.get(name);
            boolean right = name.equals("maxWait") ? isDuration(limit.getValue().asText())
                : range != null && limit.getValue().isInt() && limit.getValue().asInt() >= range[0] && limit.getValue().asInt() <= range[1];
            if (!right) offences.add("x-limits: " + name + " cannot be " + limit.getValue());
        });
    }

    private void flow(String path, JsonNode field) {
        JsonNode flow = field.path("x-flow");
        if (flow.isMissingNode()) return;
        if (!field.path("format").asText().equals("cron")) offences.add(path + " has an x-flow and not the format cron");
        if (!psa.allStarts().contains("direct:" + flow.path("flow").asText())) offences.add(path + ": nothing starts at direct:" + flow.path("flow").asText());
        flow.path("while").forEach(setting -> {
            if (psa.setting(setting.asText()).isMissingNode()) offences.add(path + ": there is no setting " + setting.asText());
        });
    }

    private static boolean isDuration(String text) {
        try {
            return DurationStyle.detectAndParse(text).compareTo(Duration.ZERO) >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
