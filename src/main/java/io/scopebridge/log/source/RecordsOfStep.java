package io.scopebridge.log.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The records in an input that a step was made of: those with the ids in the key of the step, such as {@code ticket:720007}. */
final class RecordsOfStep {

    private static final String ID = "id";
    private static final int DEEPEST = 12;

    private final List<String> wanted;
    private final Map<String, Source.Found> found = new LinkedHashMap<>();

    private RecordsOfStep(List<String> wanted) {
        this.wanted = wanted;
    }

    /** @param subject its id counts for a step without one, such as {@code project} */
    static List<Source.Found> of(JsonNode input, String step, String subject) {
        List<String> ids = ids(step);
        RecordsOfStep records = new RecordsOfStep(ids.isEmpty() && subject != null ? ids(subject) : ids);
        records.search(input, "", 0);
        return new ArrayList<>(records.found.values());
    }

    private static List<String> ids(String key) {
        return Arrays.stream(key.split(":")).skip(1).filter(part -> !part.isBlank()).collect(Collectors.toList());
    }

    /** The outermost of each id: it contains the others. */
    private void search(JsonNode node, String pointer, int depth) {
        if (depth > DEEPEST || found.size() == wanted.size()) return;
        String id = node.path(ID).isValueNode() ? node.path(ID).asText() : null;
        if (id != null && wanted.contains(id)) found.putIfAbsent(id, new Source.Found(pointer, node));
        if (node.isObject()) node.properties().forEach(field -> search(field.getValue(), pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), depth + 1));
        for (int i = 0; node.isArray() && i < node.size(); i++) search(node.get(i), pointer + "/" + i, depth + 1);
    }
}
