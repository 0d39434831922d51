package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PSA as its two folders show it, below the folders {@code routes} and {@code mappings} of a home.
 *
 * @param home     where the folders of the system are
 * @param packaged where those are that the hub brings along
 */
record Psa(String name, Path home, Path packaged) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    Path routes() {
        return home.resolve("routes/systems").resolve(name);
    }

    Path mappings() {
        return home.resolve("mappings").resolve(name);
    }

    JsonNode settings() {
        return json(routes().resolve("connection.schema.json"));
    }

    JsonNode form() {
        return json(routes().resolve("project-options.schema.json"));
    }

    /** A setting of a merged connection schema, by its dotted path; missing when no file declares it. */
    JsonNode setting(String path) {
        String pointer = "/properties/" + path.replace(".", "/properties/");
        Stream<Path> files = Stream.of(routes().resolve("connection.schema.json"), packaged.resolve("routes/hub/connection.schema.json"));
        return files.map(file -> json(file).at(pointer)).filter(node -> !node.isMissingNode()).findFirst().orElse(MissingNode.getInstance());
    }

    /** What a setting is when a person leaves it alone. */
    JsonNode defaultOf(String path) {
        String pointer = "/properties/" + path.replace(".", "/properties/") + "/default";
        JsonNode own = settings().at(pointer);
        return own.isMissingNode() ? json(packaged.resolve("routes/hub/connection.schema.json")).at(pointer) : own;
    }

    /** Its route entries by file. */
    Map<Path, JsonNode> routeFiles() {
        return yaml(routes());
    }

    List<JsonNode> routeEntries() {
        return routeFiles().values().stream().flatMap(Psa::entries).toList();
    }

    /** Whether a route starts at {@code direct:<system>-<piece>}. */
    boolean starts(String piece) {
        return starts(routeEntries()).contains("direct:" + name + "-" + piece);
    }

    /** Every address that a route starts from, the hub's own included. */
    Set<String> allStarts() {
        Set<String> all = new TreeSet<>(starts(routeEntries()));
        yaml(packaged.resolve("routes")).values().stream().map(content -> starts(entries(content).toList())).forEach(all::addAll);
        return all;
    }

    boolean hasMapping(String mapping) {
        return Files.isRegularFile(mappings().resolve(mapping + ".ds"));
    }

    /** Every text in its routes. */
    List<String> routeTexts() {
        List<String> texts = new ArrayList<>();
        routeEntries().forEach(entry -> collect(entry, texts));
        return texts;
    }

    private static Set<String> starts(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.at("/route/from/uri").asText().replaceAll("\\?.*", "")).filter(uri -> !uri.isEmpty()).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> entries(JsonNode content) {
        List<JsonNode> entries = new ArrayList<>();
        content.forEach(entries::add);
        return entries.stream();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isContainerNode()) node.forEach(child -> collect(child, texts));
        else texts.add(node.asText());
    }

    private static Map<Path, JsonNode> yaml(Path folder) {
        Map<Path, JsonNode> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(file -> file.toString().endsWith(".camel.yaml")).toList()) files.put(file, YAML.readTree(file.toFile()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
