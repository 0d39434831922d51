package io.scopebridge.practice.scopestack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The relationships that a caller asked for, each with those asked for behind it. */
record Includes(Map<String, Includes> parts) {

    static final Includes NONE = new Includes(Map.of());

    /** Refuses a path that leaves the relationships of the type. */
    static Includes of(ResourceType type, String list) {
        Includes root = new Includes(new LinkedHashMap<>());
        for (String path : list.split(",")) if (!path.isBlank()) root.add(type, path.trim());
        return root;
    }

    static Includes everyRelationship(ResourceType type) {
        Map<String, Includes> parts = new LinkedHashMap<>();
        type.relationships().keySet().stream().filter(type::includes).forEach(name -> parts.put(name, NONE));
        return new Includes(parts);
    }

    private void add(ResourceType type, String path) {
        String[] names = path.split("\\.", 2);
        Relationship relationship = type.relationships().get(names[0]);
        if (!type.includes(names[0])) throw Refusals.invalidInclude(names[0], type.name());
        Includes next = parts.computeIfAbsent(names[0], name -> new Includes(new LinkedHashMap<>()));
        if (names.length == 1) return;
        ResourceType behind = Types.find(relationship.type())
            .orElseThrow(() -> Refusals.invalidInclude(names[1], relationship.type()));
        next.add(behind, names[1]);
    }
}
