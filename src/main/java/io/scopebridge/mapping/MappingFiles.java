package io.scopebridge.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The mappings, libraries and example inputs below one Spring resource location. */
class MappingFiles {

    /** Time and length of a file: a change that keeps both is not detected. */
    record State(long modified, long length) {
    }

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final String location;

    MappingFiles(String location) {
        this.location = location.endsWith("/") ? location : location + "/";
    }

    /** Names of all mappings, such as {@code psa/project-plan}. */
    List<String> mappings() {
        return paths("**/*.ds").stream().map(path -> path.substring(0, path.length() - ".ds".length())).toList();
    }

    /** The example input of a mapping, such as {@code psa/examples/project-plan.json}; null without one. */
    String example(String mapping) {
        int name = mapping.lastIndexOf('/') + 1;
        String path = mapping.substring(0, name) + "examples/" + mapping.substring(name) + ".json";
        return state(path) == null ? null : path;
    }

    Map<String, State> libraryStates() {
        Map<String, State> states = new TreeMap<>();
        paths("**/*.libsonnet").forEach(path -> states.put(path, state(path)));
        return states;
    }

    /** Null if there is no such file. */
    State state(String path) {
        try {
            Resource file = resource(path);
            return file.exists() ? new State(file.lastModified(), file.contentLength()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    String text(String path) {
        try {
            return resource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + location + path, e);
        }
    }

    String shown(String path) {
        return location + path;
    }

    private Resource resource(String path) {
        return resolver.getResource(location + path);
    }

    private List<String> paths(String pattern) {
        try {
            Resource root = resolver.getResource(location);
            if (!root.exists()) {
                return List.of();
            }
            int prefix = url(root).length();
            return Arrays.stream(resolver.getResources(location + pattern))
                    .map(file -> path(file, prefix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + location + pattern, e);
        }
    }

    private static String path(Resource file, int prefix) {
        try {
            return url(file).substring(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Absolute, even if the location is not. */
    private static String url(Resource file) throws IOException {
        return file.isFile() ? file.getFile().toURI().toString() : file.getURL().toString();
    }
}
