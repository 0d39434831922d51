package io.scopebridge.mapping;

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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples beside the mappings: {@code <name>.<case>.in.json} gives {@code <name>.<case>.out.json}, and each entry of
 * {@code <name>.cases.json} gives its {@code out}, of which cause and remedy need only contain the words of the case.
 */
@Fast
class MappingExamplesTest {

    private static final Path FOLDER = Path.of("mappings");

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);

    @TestFactory
    Stream<DynamicTest> theMappingGivesWhatTheExampleShows() throws IOException {
        return files(".in.json").stream().map(in -> {
            String name = mapping(in);
            Path out = in.resolveSibling(in.getFileName().toString().replace(".in.json", ".out.json"));
            return DynamicTest.dynamicTest(FOLDER.relativize(in).toString(), () ->
                    assertThat(Differences.between(json.readTree(out.toFile()), result(name, json.readTree(in.toFile())))).isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> theMappingGivesWhatTheCaseTells() throws IOException {
        return files(".cases.json").stream().flatMap(file -> {
            String name = mapping(file);
            return StreamSupport.stream(read(file).spliterator(), false).map(entry -> DynamicTest.dynamicTest(
                    name + ": " + entry.get("case").asText(), () -> check(entry.get("out"), result(name, entry.get("in")))));
        });
    }

    @Test
    void everyMappingHasSeveralExamples() throws IOException {
        List<String> shown = new ArrayList<>();
        files(".in.json").forEach(file -> shown.add(mapping(file)));
        files(".cases.json").forEach(file -> read(file).forEach(entry -> shown.add(mapping(file))));
        assertThat(mappings.names()).isNotEmpty().allSatisfy(name -> assertThat(shown).filteredOn(name::equals).hasSizeGreaterThanOrEqualTo(2));
    }

    private void check(JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            assertThat(actual).isEqualTo(expected);
            return;
        }
        assertThat(actual.isObject()).as("a failure instead of %s", actual).isTrue();
        expected.fields().forEachRemaining(field -> {
            JsonNode found = actual.path(field.getKey());
            if (List.of("cause", "remedy").contains(field.getKey())) {
                assertThat(found.asText()).as(field.getKey()).contains(field.getValue().asText());
            } else {
                assertThat(found).as("%s in %s", field.getKey(), actual).isEqualTo(field.getValue());
            }
        });
        assertThat(actual.path("cause").asText()).isNotBlank();
        assertThat(actual.path("remedy").asText()).isNotBlank();
    }

    private JsonNode result(String name, JsonNode payload) throws IOException {
        return json.readTree(json.writeValueAsString(mappings.apply(name, payload)));
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mapping(Path example) {
        String path = FOLDER.relativize(example).toString().replace('\\', '/');
        return path.substring(0, path.indexOf('.'));
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
