package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

class CallbackRules implements Rules {

    private static final Map<String, Set<String>> LEVELS = Map.of(
        "opportunity", Set.of("owner", "statusid", "company", "opportunity"),
        "project", Set.of("owner", "status", "board", "project"),
        "ticket", Set.of("owner", "board", "project", "phase", "status", "ticket", "integratortag"),
        "company", Set.of("owner", "status", "type", "territory", "company", "integratortag"),
        "contact", Set.of("owner", "type", "territory", "company", "contact"),
        "agreement", Set.of("owner", "type", "company", "agreement"),
        "member", Set.of("owner", "location", "securityrole", "member"),
        "productcatalog", Set.of("owner"));

    @Override
    public void check(ObjectNode record, Problems problems) {
        Set<String> levels = LEVELS.get(record.path("type").asText().toLowerCase());
        String level = record.path("level").asText().toLowerCase();
        if (levels == null) problems.invalid("type", "There is no callback type " + record.path("type") + ".");
        else if (!levels.contains(level)) problems.invalid("level", "There is no level " + record.path("level") + " for this type.");
        if (level.equals("owner") && record.path("objectId").asLong() != 1) problems.invalid("objectId", "Level owner needs objectId 1.");
        if (!record.has("inactiveFlag")) record.put("inactiveFlag", false);
    }
}
