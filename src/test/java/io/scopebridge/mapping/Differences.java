package io.scopebridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON trees differ, a line each. Numbers are compared as numbers; the order of fields does not count. */
final class Differences {

    private final List<String> lines = new ArrayList<>();

    private Differences() {
    }

    static List<String> between(JsonNode expected, JsonNode actual) {
        Differences differences = new Differences();
        differences.compare("", expected, actual);
        return differences.lines;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, expected.path(name), actual.path(name)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "/" + i, expected.path(i), actual.path(i));
            }
        } else if (!same(expected, actual)) {
            lines.add(path + ": expected " + shown(expected) + " but was " + shown(actual));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0 : expected.equals(actual);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
