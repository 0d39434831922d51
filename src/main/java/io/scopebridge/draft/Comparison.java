package io.scopebridge.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.draft.ItemChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between two outputs of a mapping for one input.
 *
 * @param items  the first that differ
 * @param fields the names of all fields that differ, by item
 */
record Comparison(int same, int changed, int added, int removed, List<ItemChange> items, List<Set<String>> fields) {

    private static final int MOST_ITEMS = 100;
    private static final int MOST_DIFFERENCES = 20;
    private static final int LONGEST_VALUE = 2000;

    static Comparison of(JsonNode current, JsonNode draft) {
        Map<String, JsonNode> before = Items.of(current);
        Map<String, JsonNode> after = Items.of(draft);
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        int[] counts = new int[Kind.values().length];
        List<ItemChange> items = new ArrayList<>();
        List<Set<String>> fields = new ArrayList<>();
        for (String item : all) {
            List<Difference> differences = new ArrayList<>();
            JsonNode was = before.get(item);
            JsonNode is = after.get(item);
            if (was != null && is != null) compare("", was, is, differences);
            if (was != null && is != null && differences.isEmpty()) continue;
            Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
            counts[kind.ordinal()]++;
            if (kind == Kind.CHANGED) fields.add(fields(differences));
            if (items.size() < MOST_ITEMS) {
                items.add(new ItemChange(item, Items.title(is == null ? was : is), kind, differences.stream().limit(MOST_DIFFERENCES).map(Comparison::shortened).toList()));
            }
        }
        int differing = counts[0] + counts[1] + counts[2];
        return new Comparison(all.size() - differing, counts[Kind.CHANGED.ordinal()], counts[Kind.ADDED.ordinal()], counts[Kind.REMOVED.ordinal()], items, fields);
    }

    boolean isSame() {
        return changed + added + removed == 0;
    }

    private static Set<String> fields(List<Difference> differences) {
        Set<String> names = new TreeSet<>();
        differences.forEach(difference -> names.add(difference.field()));
        return names;
    }

    private static void compare(String path, JsonNode was, JsonNode is, List<Difference> to) {
        if (was != null && is != null && was.isObject() && is.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(under(path, name), was.get(name), is.get(name), to));
        } else if (was != null && is != null && was.isArray() && is.isArray()) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) compare(under(path, String.valueOf(i)), was.get(i), is.get(i), to);
        } else if (!isEqual(was, is)) {
            to.add(new Difference(path, was, is));
        }
    }

    private static boolean isEqual(JsonNode was, JsonNode is) {
        if (was == null || is == null) return was == is;
        return was.isNumber() && is.isNumber() ? was.decimalValue().compareTo(is.decimalValue()) == 0 : was.equals(is);
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static Difference shortened(Difference difference) {
        return new Difference(difference.path(), shortened(difference.current()), shortened(difference.draft()));
    }

    private static JsonNode shortened(JsonNode value) {
        if (value == null) return null;
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() <= LONGEST_VALUE ? value : TextNode.valueOf(text.substring(0, LONGEST_VALUE) + "...");
    }
}
