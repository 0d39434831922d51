package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JSON document with one of its parts replaced or removed, for each part and each replacement. */
final class OddParts {

    static final String MARK = "odd-mark";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "x".repeat(100_000);
    private static final Map<String, JsonNode> INSTEAD = instead(Arrays.asList(null, "", "text", 12.5, true, List.of(), List.of("x"), Map.of(MARK, "odd")));
    private static final Map<String, JsonNode> ALL_INSTEAD = instead(Arrays.asList(null, "", " ", "text", "12", 0, -3, 12.5, 1e18, true, false, "nul\0nul", "\ud83d", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z", "${project}", LONG, List.of(), Map.of(), List.of("x"), Map.of("id", 5), Map.of(MARK, "odd"), List.of(Map.of(MARK, "odd"))));
    private static final Map<String, JsonNode> STRAYS = new LinkedHashMap<>(Map.of("null", JSON.nullNode(), "a text", JSON.valueToTree("text"), "a number", JSON.valueToTree(7),
        "a list", JSON.createArrayNode().addNull(), "an object without an id", JSON.createObjectNode().put(MARK, true)));

    record Odd(String what, JsonNode input) {
    }

    private OddParts() {
    }

    /** @param below JSON pointers to the parts that a remote system sent; one that ends with a slash is a list or an object in any case */
    static Stream<Odd> of(JsonNode document, List<String> below, boolean heavy) {
        List<String> pointers = new ArrayList<>();
        for (String root : below) {
            String pointer = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
            if (!document.at(pointer).isMissingNode()) collect(document.at(pointer), pointer, pointers, heavy);
        }
        return pointers.stream().flatMap(pointer -> below.contains(pointer + "/") ? strays(document, pointer) : Stream.concat(replacements(document, pointer, below.contains(pointer), heavy), strays(document, pointer)));
    }

    private static Stream<Odd> replacements(JsonNode document, String pointer, boolean isRoot, boolean heavy) {
        return (heavy ? ALL_INSTEAD : INSTEAD).entrySet().stream().filter(instead -> !(isRoot && instead.getValue().isMissingNode()))
            .map(instead -> new Odd(pointer + " = " + instead.getKey(), replaced(document, pointer, instead.getValue())));
    }

    private static Stream<Odd> strays(JsonNode document, String pointer) {
        if (!document.at(pointer).isArray()) return Stream.empty();
        Stream<Odd> strays = STRAYS.entrySet().stream().map(stray -> new Odd(pointer + " with " + stray.getKey(), with(document, pointer, stray.getValue())));
        JsonNode list = document.at(pointer);
        return list.isEmpty() ? strays : Stream.concat(strays, Stream.of(new Odd(pointer + " with its first row twice", with(document, pointer, list.get(0).deepCopy()))));
    }

    private static JsonNode replaced(JsonNode document, String pointer, JsonNode by) {
        if (pointer.isEmpty()) return by;
        JsonNode copy = document.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        String name = at.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (by.isMissingNode()) object.remove(name);
            else object.set(name, by);
        } else if (by.isMissingNode()) ((ArrayNode) parent).remove(Integer.parseInt(name));
        else ((ArrayNode) parent).set(Integer.parseInt(name), by);
        return copy;
    }

    private static JsonNode with(JsonNode document, String pointer, JsonNode stray) {
        JsonNode copy = document.deepCopy();
        ((ArrayNode) copy.at(pointer)).insert(0, stray);
        return copy;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers, boolean heavy) {
        pointers.add(pointer);
        if (node.isObject()) node.fields().forEachRemaining(field -> collect(field.getValue(), pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), pointers, heavy));
        else for (int i = 0; i < (heavy ? node.size() : Math.min(1, node.size())); i++) collect(node.get(i), pointer + "/" + i, pointers, heavy);
    }

    private static Map<String, JsonNode> instead(List<Object> values) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        all.put("removed", MissingNode.getInstance());
        for (Object value : values) all.put(LONG.equals(value) ? "a long text" : JSON.valueToTree(value).toString(), JSON.valueToTree(value));
        return all;
    }
}
