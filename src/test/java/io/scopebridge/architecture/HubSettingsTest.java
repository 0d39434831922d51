package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting of the hub is in application.yaml, with its default, and in the manual. */
@Fast
class HubSettingsTest {

    private static final Path YAML = Path.of("src/main/resources/application.yaml");
    private static final Path MANUAL = Path.of("docs/operate.md");
    /** As {@code @Value}, {@code getProperty} and the schemas name them, and as routes do. */
    private static final Pattern READ = Pattern.compile("(?:\"|\\$\\{|\\{\\{)(scopebridge(?:\\.[a-z-]+)+)(?=[\"}:])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+(?:\\.[a-z-]+)+)` \\| (?:`([^`]+)`)?");
    /** Computed from others. */
    private static final Set<String> DERIVED = Set.of("scopebridge.route-files", "scopebridge.data-path");

    @Test
    void everySettingThatIsReadIsInApplicationYaml() {
        Set<String> listed = new TreeSet<>(defaults().keySet());
        Matcher comment = Pattern.compile("# .*").matcher(SourceFile.read(YAML).text());
        while (comment.find()) Pattern.compile("scopebridge\\.[a-z-]+(?:\\.[a-z-]+)*").matcher(comment.group()).results().forEach(key -> listed.add(key.group()));

        assertThat(read()).hasSizeGreaterThan(40).isSubsetOf(listed);
    }

    @Test
    void everySettingInApplicationYamlIsRead() {
        Set<String> listed = new TreeSet<>(defaults().keySet());
        listed.removeIf(key -> !key.startsWith("scopebridge.") || key.endsWith("]"));

        assertThat(listed).isSubsetOf(read());
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(documented().keySet()).containsAll(read().stream().filter(key -> !key.equals("scopebridge.governor")).toList());
    }

    @Test
    void everySettingThatIsDescribedExists() {
        Set<String> known = new TreeSet<>(defaults().keySet());
        known.addAll(read());
        known.addAll(limits().keySet());

        assertThat(documented().keySet()).hasSizeGreaterThan(50).isSubsetOf(known);
    }

    @Test
    void everyDefaultThatIsDescribedApplies() {
        Map<String, String> defaults = defaults();
        defaults.putAll(limits());
        Map<String, String> described = documented();
        described.values().removeIf(String::isEmpty);

        assertThat(described).hasSizeGreaterThan(30).allSatisfy((key, value) -> {
            if (defaults.containsKey(key)) assertThat(value).as(key).isEqualTo(defaults.get(key));
        });
    }

    @Test
    void javaHasTheSameDefaults() {
        Map<String, String> defaults = defaults();
        for (Class<?> type : types()) {
            for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
                DefaultValue value = parameter.getAnnotation(DefaultValue.class);
                String key = prefix(type) + "." + dashed(parameter.getName());
                for (int i = 0; value != null && i < value.value().length; i++) {
                    assertThat(value.value()[i]).as(key).isEqualTo(defaults.get(value.value().length == 1 ? key : key + "[" + i + "]"));
                }
            }
        }
    }

    private static Set<String> read() {
        Set<String> keys = new TreeSet<>();
        types().forEach(type -> Arrays.stream(type.getRecordComponents()).forEach(part -> keys.add(prefix(type) + "." + dashed(part.getName()))));
        for (String folder : List.of("src/main/java", "routes")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> READ.matcher(SourceFile.read(file).text()).results().forEach(key -> keys.add(key.group(1))));
            } catch (IOException e) {
                throw new UncheckedIOException(folder, e);
            }
        }
        keys.removeAll(DERIVED);
        types().forEach(type -> keys.remove(prefix(type)));
        return keys;
    }

    private static List<? extends Class<?>> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.scopebridge").stream().map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null)).filter(Class::isRecord).toList();
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static Map<String, String> documented() {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(SourceFile.read(MANUAL).text()).results().forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        return rows;
    }

    private static Map<String, String> defaults() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(YAML));
        Map<String, String> defaults = new TreeMap<>();
        yaml.getObject().forEach((name, value) -> {
            String key = name.toString();
            String text = value.toString().replaceFirst("^\\$\\{[A-Z_]+:(.*)}$", "$1");
            defaults.put(key, text);
            if (key.endsWith("[0]")) defaults.put(key.substring(0, key.length() - 3), text);
        });
        return defaults;
    }

    private static Map<String, String> limits() {
        Map<String, String> limits = new TreeMap<>();
        for (String system : List.of("scopestack", "autotask", "connectwise")) {
            try {
                new ObjectMapper().readTree(Path.of("routes/systems", system, "connection.schema.json").toFile()).at("/properties/" + system + "/x-limits").properties()
                    .forEach(limit -> limits.put("scopebridge.governor." + system + "." + dashed(limit.getKey()), limit.getValue().asText()));
            } catch (IOException e) {
                throw new UncheckedIOException(system, e);
            }
        }
        return limits;
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase();
    }
}
