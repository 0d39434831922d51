package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which routes a system must have, and which belong together. */
final class RouteChecks {

    private static final List<String> REQUIRED = List.of("call", "read", "pages", "tenant");
    private static final List<String> OF_OPPORTUNITIES = List.of("opportunity-names", "opportunity-count", "opportunities");
    private static final Pattern CALLED = Pattern.compile("(direct|seda):[^${?]+");

    private final Psa psa;
    private final List<String> offences = new ArrayList<>();

    private RouteChecks(Psa psa) {
        this.psa = psa;
    }

    static List<String> of(Psa psa) {
        RouteChecks checks = new RouteChecks(psa);
        checks.required();
        checks.written();
        checks.together();
        return checks.offences;
    }

    private void required() {
        REQUIRED.stream().filter(piece -> !psa.starts(piece)).forEach(piece -> offences.add("nothing starts at direct:" + psa.name() + "-" + piece));
    }

    private void written() {
        Set<String> starts = psa.allStarts();
        for (JsonNode entry : psa.routeEntries()) {
            JsonNode route = entry.path("route");
            String id = route.path("id").asText();
            if (!id.startsWith(psa.name() + "-")) offences.add("the route '" + id + "' does not begin with " + psa.name() + "-");
            for (String key : List.of("description", "routeConfigurationId")) if (route.path(key).asText().isBlank()) offences.add(id + " has no " + key);
            if (!route.at("/from/uri").asText().startsWith("direct:" + psa.name() + "-")) offences.add(id + " starts from " + route.at("/from/uri").asText());
        }
        for (String text : psa.routeTexts()) {
            if (CALLED.matcher(text).matches() && !starts.contains(text)) offences.add("nothing starts at " + text);
            if (text.startsWith("mapping:") && !text.contains("${")) mapping(text.substring("mapping:".length()).replaceAll("\\?.*", ""));
        }
    }

    private void mapping(String name) {
        boolean own = name.startsWith(psa.name() + "/") && psa.hasMapping(name.substring(psa.name().length() + 1));
        boolean packaged = Files.isRegularFile(psa.packaged().resolve("mappings").resolve(name + ".ds"));
        if (!own && !packaged) offences.add("there is no mapping " + name);
    }

    private void together() {
        long pieces = OF_OPPORTUNITIES.stream().filter(psa::starts).count();
        if (pieces > 0 && pieces < OF_OPPORTUNITIES.size()) offences.add("of " + OF_OPPORTUNITIES + " some are missing");
        if (pieces == 0) {
            isOff("opportunities.enabled", "opportunities");
            isOff("features.crm", "opportunities");
        }
        if (!psa.starts("company-list")) isOff("companies.enabled", "company-list");
        JsonNode groups = psa.settings().path("properties");
        if (groups.has("revenue") != psa.starts("revenue")) offences.add("the group revenue and direct:" + psa.name() + "-revenue belong together");
        psa.settings().path("x-offers").forEach(offer -> {
            String piece = offer.asText().equals("project.create-sales-order") ? "sales-order" : "revenue";
            if (!psa.starts(piece)) offences.add(offer.asText() + " is offered and nothing starts at direct:" + psa.name() + "-" + piece);
        });
        if (groups.has("callbacks")) {
            List.of("callback", "callbacks").stream().filter(piece -> !psa.starts(piece))
                .forEach(piece -> offences.add("the group callbacks needs direct:" + psa.name() + "-" + piece));
        }
        if (psa.settings().at("/properties/" + psa.name() + "/x-limits").path("callsPerHour").asInt() > 0 && !psa.starts("usage")) {
            offences.add("x-limits.callsPerHour counts what others call too: direct:" + psa.name() + "-usage is missing");
        }
    }

    private void isOff(String setting, String piece) {
        if (psa.defaultOf(setting).asBoolean(true)) offences.add("nothing starts at direct:" + psa.name() + "-" + piece + ", so the default of " + setting + " must be false");
    }
}
