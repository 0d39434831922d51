package io.scopebridge.reload;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The routes in a file, with line numbers.
 *
 * @param path relative to the routes folder
 */
record RouteFile(String path, String text, List<Entry> entries, List<Value> values) {

    /** A top-level entry; missing values are "". */
    record Entry(String kind, String id, String from, String policy, int line) {

        boolean isTemplate() {
            return kind.equals("routeTemplate");
        }
    }

    /** One value anywhere in the file. */
    record Value(String text, int line) {
    }

    static RouteFile of(String path, String text) throws RouteRefused {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
                throw RouteRefused.at(path, 1, "it is not a list of routes", null);
            }
            List<Value> values = new ArrayList<>();
            collect(root, values);
            return new RouteFile(path, text, list.getValue().stream().map(RouteFile::entry).toList(), List.copyOf(values));
        } catch (MarkedYAMLException e) {
            throw RouteRefused.at(path, e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, e.getProblem(), e);
        }
    }

    /** The ids of its route templates. */
    Set<String> templates() {
        return entries.stream().filter(Entry::isTemplate).map(Entry::id).collect(Collectors.toSet());
    }

    /** Whether one of its routes uses one of these templates. */
    boolean uses(Set<String> templates) {
        return values.stream().map(Value::text).anyMatch(text -> templates.stream().anyMatch(id -> text.matches("kamelet:" + Pattern.quote(id) + "([/?].*)?")));
    }

    /** The line of the longest value quoted in the message; 0 if there is none. */
    int lineOf(String message) {
        String told = message.replace("://", ":");
        return values.stream().filter(value -> value.text().length() > 2 && told.contains(value.text()))
                .max(Comparator.comparingInt(value -> value.text().length())).map(Value::line).orElse(0);
    }

    private static Entry entry(Node node) {
        if (!(node instanceof MappingNode entry) || entry.getValue().size() != 1) {
            return new Entry("", "", "", "", line(node));
        }
        Map<String, Node> route = fields(entry.getValue().get(0).getValueNode());
        return new Entry(text(entry.getValue().get(0).getKeyNode()), text(route.get("id")), text(fields(route.get("from")).get("uri")),
                text(route.get("routeConfigurationId")), line(node));
    }

    private static Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new HashMap<>();
        if (node instanceof MappingNode map) {
            map.getValue().forEach(field -> fields.put(text(field.getKeyNode()), field.getValueNode()));
        }
        return fields;
    }

    private static void collect(Node node, List<Value> values) {
        if (node instanceof ScalarNode scalar) {
            values.add(new Value(scalar.getValue(), line(node)));
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(child -> collect(child, values));
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(field -> collect(field.getValueNode(), values));
        }
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
