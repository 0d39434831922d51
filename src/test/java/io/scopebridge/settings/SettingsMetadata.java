package io.scopebridge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spring Boot's description of settings, for editors and for the check at the start, made of application.yaml: its names, sentences and defaults. */
final class SettingsMetadata {

    static final Path YAML = Path.of("src/main/resources/application.yaml");
    static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    private static final Pattern KEY = Pattern.compile("( +)([a-z-]+):(?: (.*))?");
    private static final Pattern LEAST = Pattern.compile("(?i)\\bat least (\\d+)(?! characters)");
    private static final Pattern RANGE = Pattern.compile("\\b(\\d+) to (\\d+)[,.:;]");
    /** Those that application.yaml only names in comments, since they have no default of their own. */
    private static final List<Map<String, Object>> WITHOUT_DEFAULT = List.of(
        property("scopebridge.routes", "java.lang.String", "Spring location of the routes. Default: the folder routes in the working directory or next to the jar, or else the one in the jar."),
        property("scopebridge.mappings", "java.lang.String", "Spring location of the mappings. Default: the folder mappings in the working directory or next to the jar, or else the one in the jar."),
        property("scopebridge.connections", "java.util.Map<java.lang.String,java.lang.Object>", "Connections by id, with name, system, enabled and settings, that are created or overwritten at each start."),
        property("scopebridge.console.users", "java.util.Map<java.lang.String,java.lang.Object>", "Additional users by name, with password and role: viewer (default), operator or admin."),
        property("scopebridge.governor", "java.util.Map<java.lang.String,java.lang.Object>", "By system: overrides of the limits that it declares: per-endpoint, per-tenant, calls-per-hour, reserve-percent, slow-from-percent, max-wait."));

    private SettingsMetadata() {
    }

    static String text() throws IOException {
        Map<String, Map<String, Object>> properties = new TreeMap<>();
        WITHOUT_DEFAULT.forEach(one -> properties.put(one.get("name").toString(), one));
        List<String> path = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        boolean ours = false;
        for (String line : Files.readAllLines(YAML)) {
            if (line.startsWith("scopebridge:")) ours = true;
            else if (!line.startsWith(" ") && !line.isBlank()) ours = false;
            if (!ours) continue;
            Matcher key = KEY.matcher(line);
            if (line.strip().startsWith("#")) comment.append(comment.isEmpty() ? "" : " ").append(line.strip().substring(1).strip());
            if (!key.matches()) continue;
            while (path.size() >= key.group(1).length() / 2) path.remove(path.size() - 1);
            path.add(key.group(2));
            if (key.group(3) != null) {
                String name = "scopebridge." + String.join(".", path);
                properties.put(name, property(name, key.group(3), comment.isEmpty() ? null : comment.toString(), true));
            }
            comment.setLength(0);
        }
        return json(properties);
    }

    /** Sentences about others, which stand in the same comment, are left out. */
    private static String own(String comment) {
        return comment.replaceAll("scopebridge\\.[^ ]*[,:{][^.]*\\. ?(Default: [^.]*\\. ?)?", "").replaceAll("scopebridge\\.connections[^.]*\\. ?", "").strip();
    }

    private static Map<String, Object> property(String name, String given, String comment, boolean listed) {
        String value = given.replaceFirst("^\\$\\{[A-Z_]+:(.*)}$", "$1").replaceFirst("^\"(.*)\"$", "$1");
        String type = type(value);
        Map<String, Object> property = property(name, type, comment == null ? "" : own(comment));
        if (value.startsWith("[")) property.put("defaultValue", list(value));
        else if (!value.isEmpty()) property.put("defaultValue", type.endsWith("Long") ? Long.valueOf(value) : type.endsWith("Boolean") ? Boolean.valueOf(value) : value);
        if (!type.endsWith("Long")) return property;
        Matcher range = RANGE.matcher(comment == null ? "" : comment);
        Matcher least = LEAST.matcher(comment == null ? "" : comment);
        boolean hasRange = range.find();
        property.put("minimum", hasRange ? Long.valueOf(range.group(1)) : least.find() ? Long.valueOf(least.group(1)) : Long.valueOf(0));
        if (hasRange) property.put("maximum", Long.valueOf(range.group(2)));
        return property;
    }

    private static String type(String value) {
        if (value.startsWith("[")) return "java.util.List<java.lang.String>";
        if (value.matches("\\d+(ms|s|m|h|d)")) return "java.time.Duration";
        if (value.matches("\\d+(KB|MB|GB)")) return "org.springframework.util.unit.DataSize";
        if (value.matches("\\d+")) return "java.lang.Long";
        return value.matches("true|false") ? "java.lang.Boolean" : "java.lang.String";
    }

    private static List<String> list(String value) {
        String inner = value.substring(1, value.length() - 1);
        return inner.isBlank() ? List.of() : List.of(inner.replace("\"", "").split(", "));
    }

    private static Map<String, Object> property(String name, String type, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", name);
        property.put("type", type);
        property.put("description", description);
        return property;
    }

    private static String json(Map<String, Map<String, Object>> properties) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> property : properties.values()) lines.add("    " + json.writeValueAsString(property));
        return "{\n  \"properties\": [\n" + String.join(",\n", lines) + "\n  ]\n}\n";
    }
}
