package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where an output is not as expected, a line each: JSON pointer, expected, actual. Numbers are compared as numbers; the order of
 * fields does not count.
 */
final class Differences {

    private enum Comparison { WHOLE, EXCERPT, WORDS }

    private final Comparison comparison;
    private final List<String> lines = new ArrayList<>();

    private Differences(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<String> between(JsonNode expected, JsonNode actual) {
        return lines(Comparison.WHOLE, expected, actual);
    }

    /**
     * Objects may have more fields than expected; an empty object, a list and a value are compared whole. An expected object where
     * the output has a list names its entries by their {@code key}, {@code id}, {@code name} or {@code path}.
     */
    static List<String> fromExcerpt(JsonNode expected, JsonNode actual) {
        return lines(Comparison.EXCERPT, expected, actual);
    }

    /** As an excerpt, but of each text only a part is expected. */
    static List<String> fromWords(JsonNode expected, JsonNode actual) {
        return lines(Comparison.WORDS, expected, actual);
    }

    /** What a pointer leads to that should not be there. What would hold it must be there. Entries of a list go by name or by place. */
    static List<String> fromAbsence(JsonPointer pointer, JsonNode actual) {
        JsonNode holder = actual;
        JsonPointer rest = pointer;
        for (; rest.tail() != null && !rest.tail().matches(); rest = rest.tail()) holder = child(holder, rest);
        if (!holder.isContainerNode()) return List.of(pointer + ": expected an object or a list without it but was " + shown(holder));
        JsonNode found = child(holder, rest);
        return found.isMissingNode() ? List.of() : List.of(pointer + ": expected nothing but was " + shown(found));
    }

    private static List<String> lines(Comparison comparison, JsonNode expected, JsonNode actual) {
        Differences differences = new Differences(comparison);
        differences.compare(JsonPointer.empty(), expected, actual);
        return differences.lines;
    }

    private void compare(JsonPointer path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            if (comparison == Comparison.WHOLE || expected.isEmpty()) actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path.appendProperty(name), expected.path(name), actual.path(name)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path.appendIndex(i), expected.path(i), actual.path(i));
            }
        } else if (comparison != Comparison.WHOLE && expected.isObject() && actual.isArray() && !expected.isEmpty()) {
            expected.fields().forEachRemaining(entry -> compareEntry(path, entry.getKey(), entry.getValue(), actual));
        } else if (!same(expected, actual)) {
            lines.add(path + ": expected " + (comparison == Comparison.WORDS ? "a text with " : "") + shown(expected) + " but was " + shown(actual));
        }
    }

    private void compareEntry(JsonPointer path, String key, JsonNode expected, JsonNode list) {
        int[] places = places(list, key);
        if (places.length == 1) compare(path.appendIndex(places[0]), expected, list.get(places[0]));
        else lines.add(path + ": expected one entry '" + key + "' but was " + places.length + " among " + names(list));
    }

    private boolean same(JsonNode expected, JsonNode actual) {
        if (comparison == Comparison.WORDS) return actual.isTextual() && actual.asText().contains(expected.asText());
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0 : expected.equals(actual);
    }

    private static JsonNode child(JsonNode node, JsonPointer step) {
        int[] places = places(node, step.getMatchingProperty());
        if (places.length == 1) return node.get(places[0]);
        return node.isArray() ? node.path(step.getMatchingIndex()) : node.path(step.getMatchingProperty());
    }

    private static int[] places(JsonNode list, String key) {
        return list.isArray() ? IntStream.range(0, list.size()).filter(i -> name(list.get(i)).equals(key)).toArray() : new int[0];
    }

    private static String name(JsonNode entry) {
        return Stream.of("key", "id", "name", "path").filter(entry::hasNonNull).findFirst().map(field -> entry.get(field).asText()).orElse("");
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Differences::name).toList();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
