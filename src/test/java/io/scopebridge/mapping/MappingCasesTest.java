package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of cases is read strictly: what would test nothing, or not what it says, is refused. */
@Fast
class MappingCasesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"case": "c", "input": 1}                                      | required property 'output' not found
        {"case": "c", "input": 1, "output": {}}                        | $.cases[0].output
        {"case": "c", "input": 1, "mentions": {}}                      | $.cases[0].mentions
        {"case": "c", "input": 1, "mentions": {"cause": ""}}           | $.cases[0].mentions.cause
        {"case": "c", "input": 1, "mentions": {"cause": {}}}           | $.cases[0].mentions.cause
        {"case": "c", "input": 1, "without": []}                       | $.cases[0].without
        {"case": "c", "input": 1, "whole": true, "without": ["/a"]}    | required property 'output' not found
        {"case": "c", "input": 1, "whole": false, "output": 1}         | $.cases[0].whole
        {"case": "c", "input": 1, "output": 1, "ouptut": 1}            | ouptut
        {"case": " ", "input": 1, "output": 1}                         | $.cases[0].case
        {"input": 1, "output": 1}                                      | required property 'case' not found
        {"case": "c", "output": 1}                                     | case "c" has no input, and the file no base
        {"case": "c", "patch": {"a": 1}, "output": 1}                  | case "c" has no input, and the file no base
        {"case": "c", "input": 1, "output": 1}, {"case": "c", "input": 1, "output": 1} | there are two cases "c"
        {"case": "c", "input": 1, "output": 1, "output": 2}            | Duplicate field 'output'
        """)
    void aCaseThatCannotFailOrIsUnclearIsRefused(String cases, String reason) throws IOException {
        Path file = write("acme/examples/plan.cases.json", "{\"cases\": [" + cases + "]}");

        assertThatThrownBy(() -> MappingCases.of(file).toList()).hasMessageContaining("plan.cases.json: ").hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "patch": {"a": 1}                        | case "c" changes nothing of the base
        "patch": {"b": null}                     | case "c" changes nothing of the base
        "patch": {}                              | $.cases[0].patch
        "nulls": ["/x"]                          | case "c" changes nothing of the base
        "nulls": ["/b/c"]                        | case "c" has no object for /b/c
        "nulls": []                              | $.cases[0].nulls
        "input": 1, "patch": {"a": 2}            | $.cases[0].patch
        "input": 1, "nulls": ["/a"]              | $.cases[0].nulls
        """)
    void aChangeOfTheBaseThatChangesNothingIsRefused(String change, String reason) throws IOException {
        Path file = write("acme/examples/plan.cases.json", "{\"base\": {\"a\": 1, \"x\": null}, \"cases\": [{\"case\": \"c\", " + change + ", \"output\": 1}]}");

        assertThatThrownBy(() -> MappingCases.of(file).toList()).hasMessageContaining("plan.cases.json: ").hasMessageContaining(reason);
    }

    @Test
    void aFileWithoutCasesOrWithAnUnknownBaseIsRefused() throws IOException {
        assertThatThrownBy(() -> MappingCases.of(write("a/examples/m.cases.json", "{\"cases\": []}"))).hasMessageContaining("$.cases");
        assertThatThrownBy(() -> MappingCases.of(write("a/examples/m.cases.json", "[]"))).hasMessageContaining("object expected");
        assertThatThrownBy(() -> MappingCases.of(write("a/examples/m.cases.json", "{\"base\": \"x.json\", \"cases\": [{\"case\": \"c\", \"output\": 1}]}")))
            .hasMessageContaining("the base x.json does not exist");
        assertThatThrownBy(() -> MappingCases.of(write("a/examples/m.cases.json", "{\"cases\": [{\"case\": \"c\", \"input\": 1, \"output\": 1}]} {}")))
            .hasMessageContaining("m.cases.json: ");
    }

    @Test
    void theInputIsTheBaseAsTheCasePatchesIt() throws IOException {
        write("acme/examples/plan.json", "{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": 3}}");
        write("acme/examples/plan.cases.json", """
            {"base": "plan.json", "cases": [
              {"case": "the base", "output": 1},
              {"case": "a patch", "patch": {"a": null, "b": {"c": [3]}, "e": {"f": 1}}, "output": 1},
              {"case": "nulls", "patch": {"e": {"f": 1}}, "nulls": ["/a", "/b/d", "/e/g"], "output": 1},
              {"case": "an input", "input": [null], "output": 1}
            ]}""");

        List<MappingCase> cases = MappingCases.below(folder);

        assertThat(cases).extracting(given -> given.input().toString()).containsExactly(
            "{\"a\":1,\"b\":{\"c\":[1,2],\"d\":3}}",
            "{\"b\":{\"c\":[3],\"d\":3},\"e\":{\"f\":1}}",
            "{\"a\":null,\"b\":{\"c\":[1,2],\"d\":null},\"e\":{\"f\":1,\"g\":null}}",
            "[null]");
        assertThat(cases).extracting(MappingCase::mapping).containsOnly("acme/plan");
        assertThat(cases.get(1)).hasToString(folder.resolve("acme/examples/plan.cases.json") + ", case \"a patch\"");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
