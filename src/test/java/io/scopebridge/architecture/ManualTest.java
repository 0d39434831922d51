package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual names what there is. */
@Fast
class ManualTest {

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(withoutCode(read(page)));
            while (link.find()) {
                if (!link.group(1).matches("https?://.*") && !leads(page, link.group(1))) broken.add(page + " -> " + link.group(1));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageOfTheManualIsReachedFromTheReadme() {
        Set<Path> reached = new TreeSet<>(Set.of(Path.of("README.md")));
        List<Path> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            Path page = open.remove(0);
            Matcher link = LINK.matcher(withoutCode(read(page)));
            while (link.find()) {
                String file = link.group(1).replaceAll("#.*", "");
                if (!file.endsWith(".md") || file.startsWith("http")) continue;
                Path next = page.resolveSibling(file).normalize();
                if (Files.exists(next) && reached.add(next)) open.add(next);
            }
        }
        assertThat(reached).containsAll(pages());
    }

    @Test
    void everySettingOfAConnectionIsDescribed() {
        String page = read(Path.of("docs/connect.md"));
        Set<String> settings = Stream.of("hub", "systems/scopestack", "systems/autotask", "systems/connectwise")
            .flatMap(folder -> settings(Path.of("routes", folder, "connection.schema.json")).stream()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(settings).hasSizeGreaterThan(20).allSatisfy(setting -> assertThat(page).contains("`" + setting + "`"));
    }

    @Test
    void everyOptionOfTheFormsIsDescribed() {
        String page = read(Path.of("docs/create-projects.md"));
        for (String system : List.of("autotask", "connectwise")) {
            assertThat(json(Path.of("routes/systems", system, "project-options.schema.json")).path("properties").fieldNames())
                .toIterable().isNotEmpty().allSatisfy(option -> assertThat(page).contains("| `" + option + "` |"));
        }
    }

    private static boolean leads(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) return false;
        return parts.length == 1 || headings(target).contains(parts[1]);
    }

    private static Set<String> headings(Path page) {
        return read(page).lines().filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-')).collect(Collectors.toSet());
    }

    private static Set<String> settings(Path schema) {
        Set<String> paths = new TreeSet<>();
        json(schema).path("properties").properties().forEach(group -> group.getValue().path("properties").fieldNames()
            .forEachRemaining(name -> paths.add(group.getKey() + "." + name)));
        return paths;
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** In code a bracket is no link. */
    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")), files.filter(file -> file.toString().endsWith(".md"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("docs", e);
        }
    }

    private static String read(Path file) {
        return SourceFile.read(file).text();
    }
}
