package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every mapping gives what its cases expect. */
@Fast
class MappingExamplesTest {

    private static final Path FOLDER = Path.of("mappings");

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);
    private final List<MappingCase> cases = MappingCases.below(FOLDER);

    @TestFactory
    Stream<DynamicTest> theMappingGivesWhatTheCaseExpects() {
        return cases.stream().map(given -> DynamicTest.dynamicTest(given.mapping() + ": " + given.name(), () -> {
            List<String> differences = given.differences(output(given));
            if (!differences.isEmpty()) throw new AssertionError(given + "\n  " + String.join("\n  ", differences));
        }));
    }

    @Test
    void everyFailureThatADiagnosisFindsHasACauseAndARemedy() {
        assertThat(cases).filteredOn(given -> given.mapping().endsWith("/diagnosis")).isNotEmpty().allSatisfy(given -> {
            JsonNode failure = output(given);
            if (failure.isNull()) return;
            assertThat(failure.path("cause").asText()).isNotBlank();
            assertThat(failure.path("remedy").asText()).isNotBlank();
        });
    }

    @Test
    void everyMappingHasSeveralCases() {
        List<String> shown = cases.stream().map(MappingCase::mapping).toList();
        assertThat(mappings.names()).isNotEmpty().allSatisfy(name -> assertThat(shown).filteredOn(name::equals).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void theFolderOfAMappingHoldsMappingsAlone() throws IOException {
        for (String name : mappings.names()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(name).getParent())) {
                assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(file.toString()).endsWith(".ds"));
            }
        }
    }

    /** A file that nothing reads would promise what nothing tests. */
    @Test
    void everyExampleIsOfAMapping() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(file -> Files.isRegularFile(file) && file.getParent().endsWith("examples"))).isNotEmpty().allSatisfy(file -> {
                String mapping = MappingCases.mapping(file);
                assertThat(mappings.names()).contains(mapping);
                String name = mapping.substring(mapping.indexOf('/') + 1);
                assertThat(file.getFileName().toString()).isIn(name + ".json", name + MappingCases.ENDING);
            });
        }
    }

    @Test
    void theTableInTheManualHolds(@TempDir Path folder) throws IOException {
        String manual = Files.readString(Path.of("docs/change-a-flow.md"));
        int start = manual.indexOf("{\n  \"base\"");
        Path examples = Files.createDirectories(folder.resolve("autotask/examples"));
        Files.copy(FOLDER.resolve("autotask/examples/project-plan.json"), examples.resolve("project-plan.json"));
        Path table = Files.writeString(examples.resolve("project-plan.cases.json"), manual.substring(start, manual.indexOf("```", start)));

        assertThat(MappingCases.of(table)).isNotEmpty().allSatisfy(given -> assertThat(given.differences(output(given))).isEmpty());
    }

    private JsonNode output(MappingCase given) {
        return json.valueToTree(mappings.apply(given.mapping(), given.input()));
    }
}
