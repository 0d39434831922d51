package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.conformance.Contracts;
import io.scopebridge.group.Fast;
import io.scopebridge.reload.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples of a mapping give is of the shape that mappings/contracts documents. */
@Fast
class MappingContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    @Test
    void whatTheExamplesGiveKeepsToTheContract() throws IOException {
        Folders folders = new Folders(home).add(Path.of("src/test/resources/third-psa/mappings"), "mappings");
        Mappings mappings = new Mappings(folders.mappings(), JSON);
        List<String> offences = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (MappingCase example : MappingCases.below(home.resolve("mappings"))) {
            // Those of the hub's own systems are compared by MappingExamplesTest.
            if (example.mapping().startsWith("deskline/")) {
                example.differences(JSON.valueToTree(mappings.apply(example.mapping(), example.input()))).forEach(difference -> offences.add(example + ": " + difference));
            }
            Contracts.of(example.mapping()).ifPresent(contract -> {
                used.add(contract);
                JsonNode output = JSON.valueToTree(mappings.apply(example.mapping(), example.input()));
                Contracts.offences(contract, output).forEach(offence -> offences.add(example + ": " + offence));
                if (example.input().has("bundle")) Contracts.offencesOfExcerpt("bundle", example.input().get("bundle")).forEach(offence -> offences.add(example + ", bundle: " + offence));
            });
        }
        assertThat(offences).isEmpty();
        assertThat(used).as("a contract that no example is checked against documents nothing").isEqualTo(contracts());
    }

    private static Set<String> contracts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("mappings/contracts"))) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString().replace(".schema.json", "")));
            return names;
        }
    }
}
