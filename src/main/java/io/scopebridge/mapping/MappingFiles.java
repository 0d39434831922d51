package io.scopebridge.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The mappings, libraries and example inputs below one Spring resource location. */
class MappingFiles {

    /**
     * Time and length of a file: a change that keeps both is not detected.
     *
     * @param override what is used in place of the file; null if the file is
     */
    record State(long modified, long length, String override) {
    }

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final String location;
    private final MappingOverrides overrides;

    MappingFiles(String location, MappingOverrides overrides) {
        this.overrides = overrides;
        this.location = location.endsWith("/") ? location : location + "/";
    }

    /** The same files with another text for one of them. */
    MappingFiles with(String path, String text) {
        Map<String, String> texts = new TreeMap<>(overrides.texts());
        texts.put(path, text);
        return new MappingFiles(location, () -> texts);
    }

    MappingFiles withoutOverrides() {
        return new MappingFiles(location, MappingOverrides.NONE);
    }

    /** By path; the same object until one of them changes. */
    Map<String, String> overrides() {
        return overrides.texts();
    }

    /** Names of all mappings, such as {@code psa/project-plan}. */
    List<String> mappings() {
        return all("**/*.ds", ".ds").stream().map(path -> path.substring(0, path.length() - ".ds".length())).toList();
    }

    /** The example input of a mapping, such as {@code psa/examples/project-plan.json}; null without one. */
    String example(String mapping) {
        int name = mapping.lastIndexOf('/') + 1;
        String path = mapping.substring(0, name) + "examples/" + mapping.substring(name) + ".json";
        return state(path) == null ? null : path;
    }

    Map<String, State> libraryStates() {
        Map<String, State> states = new TreeMap<>();
        all("**/*.libsonnet", ".libsonnet").forEach(path -> states.put(path, state(path)));
        return states;
    }

    /** Null if there is no such file. */
    State state(String path) {
        String override = overrides.texts().get(path);
        if (override != null) return new State(0, override.length(), override);
        try {
            Resource file = resource(path);
            return file.exists() ? new State(file.lastModified(), file.contentLength(), null) : null;
        } catch (IOException e) {
            return null;
        }
    }

    String text(String path) {
        String override = overrides.texts().get(path);
        if (override != null) return override;
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

    private List<String> all(String pattern, String end) {
        return Stream.concat(paths(pattern).stream(), overrides.texts().keySet().stream().filter(path -> path.endsWith(end))).distinct().sorted().toList();
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
