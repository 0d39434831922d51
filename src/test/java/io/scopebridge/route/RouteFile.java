package io.scopebridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One file under routes/. */
record RouteFile(Path path, String text, JsonNode content) {

    static final Path FOLDER = Path.of("routes");
    static final Path TEMPLATES = FOLDER.resolve("systems/templates");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** One value of a file: the name it stands under, and its text. */
    record Scalar(String key, String text) {
    }

    static List<RouteFile> all() {
        return below(FOLDER);
    }

    static List<RouteFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().map(RouteFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile of(String name, String text) {
        try {
            return new RouteFile(Path.of(name), text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static RouteFile read(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The file's name without its ending: the name of its flow. */
    String flow() {
        return path.getFileName().toString().replace(".camel.yaml", "");
    }

    /** The system whose folder it lies in. */
    Optional<String> system() {
        Path folder = path.getParent();
        return folder != null && folder.getNameCount() > 1 && folder.getParent().endsWith(FOLDER.resolve("systems")) && !folder.endsWith(TEMPLATES)
            ? Optional.of(folder.getFileName().toString()) : Optional.empty();
    }

    List<JsonNode> routes() {
        return entries("route");
    }

    /** The top-level entries of a kind: route, routeConfiguration, ... */
    List<JsonNode> entries(String kind) {
        return StreamSupport.stream(content.spliterator(), false).filter(entry -> entry.has(kind)).map(entry -> entry.get(kind)).toList();
    }

    /** How long each top-level entry is, in lines. */
    List<Integer> lengths() {
        return Stream.of(text.split("(?m)^(?=- )")).filter(entry -> entry.startsWith("- ")).map(entry -> (int) entry.lines().count()).toList();
    }

    /** Every text in the file. */
    List<Scalar> scalars() {
        return scalars(content);
    }

    /** Every text below a node. */
    static List<Scalar> scalars(JsonNode node) {
        List<Scalar> found = new ArrayList<>();
        collect("", node, found);
        return found;
    }

    private static void collect(String key, JsonNode node, List<Scalar> found) {
        if (node.isObject()) for (Map.Entry<String, JsonNode> field : node.properties()) collect(field.getKey(), field.getValue(), found);
        else if (node.isArray()) node.forEach(each -> collect(key, each, found));
        else found.add(new Scalar(key, node.asText()));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
