package io.scopebridge.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.Stream;

/** Words that belong to one PSA: its name, and the names of settings and options that no other one has. */
final class PsaWords {

    private static final Path SYSTEMS = Path.of("routes/systems");
    /** Names of one PSA that are also plain words of the subject. */
    private static final Set<String> GENERAL = Set.of("status", "phases", "tasks", "project", "company", "template", "version", "host", "username", "secret",
        "companyId", "clientId");

    private PsaWords() {
    }

    static Set<String> ofOneOnly() {
        Map<String, Set<String>> systemsByName = new TreeMap<>();
        Set<String> words = new TreeSet<>();
        for (String system : systems()) {
            words.add(system);
            names(system).forEach(name -> systemsByName.computeIfAbsent(name, any -> new TreeSet<>()).add(system));
        }
        systemsByName.forEach((name, systems) -> {
            if (systems.size() == 1 && !GENERAL.contains(name)) words.add(name);
        });
        return words;
    }

    /** Such as {@code src/main/java/A.java:12 text}. */
    static List<String> linesWith(String pattern, String... folders) {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    List<String> lines = Files.readAllLines(file);
                    for (int i = 0; i < lines.size(); i++) if (lines.get(i).matches(pattern)) found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<String> systems() {
        try (Stream<Path> folders = Files.list(SYSTEMS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("project-options.schema.json"))).map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String system) {
        Set<String> names = new TreeSet<>();
        read(system, "project-options.schema.json").path("properties").fieldNames().forEachRemaining(names::add);
        read(system, "connection.schema.json").path("properties").path(system).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String system, String file) {
        try {
            return new ObjectMapper().readTree(SYSTEMS.resolve(system).resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
