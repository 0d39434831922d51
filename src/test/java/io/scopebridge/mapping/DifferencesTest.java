package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class DifferencesTest {

    private static final String OUTPUT = """
        {"name": "Design", "none": null, "hours": 1.50, "empty": {}, "path/a": 1, "steps": [
            {"key": "a", "call": {"body": {"title": "A", "tags": ["x", "y"]}}}, {"key": "b", "call": {"body": []}}],
         "changes": [{"op": "add", "path": "/status", "value": 1}]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "output": {"name": "Design"}
        "output": {"hours": 1.5, "none": null}
        "output": {"empty": {}}
        "output": {"steps": {"b": {"call": {"body": []}}}}
        "output": {"steps": [{"key": "a"}, {"key": "b"}]}
        "output": {"steps": {"a": {"call": {"body": {"tags": ["x", "y"]}}}}}
        "output": {"changes": {"/status": {"value": 1}}}
        "mentions": {"name": "sig", "steps": {"a": {"call": {"body": {"title": "A"}}}}}
        "without": ["/steps/a/call/body/description", "/steps/0/call/body/description", "/path~1b", "/steps/c", "/steps/2"]
        """)
    void anExcerptThatTheOutputHoldsPasses(String expectation) throws JsonProcessingException {
        assertThat(differences(expectation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "output": {"name": "design"}                         | /name: expected "design" but was "Design"
        "output": {"nome": "Design"}                         | /nome: expected "Design" but was nothing
        "output": {"none": {}}                               | /none: expected {} but was null
        "output": {"nothing": null}                          | /nothing: expected null but was nothing
        "output": {"steps": {}}                              | /steps: expected {} but was [{"key":"a","call":{"body":{"title":"A","tags":["x","y"]}}},{"key":"b","call":{"body":[]}}]
        "output": {"path/a": 2}                              | /path~1a: expected 2 but was 1
        "output": {"hours": "1.5"}                           | /hours: expected "1.5" but was 1.5
        "output": {"steps": [{"key": "a"}]}                  | /steps/1: expected nothing but was {"key":"b","call":{"body":[]}}
        "output": {"steps": [{"key": "b"}, {"key": "b"}]}    | /steps/0/key: expected "b" but was "a"
        "output": {"steps": {"c": {"call": {}}}}             | /steps: expected one entry 'c' but was 0 among [a, b]
        "output": {"steps": {"a": {"call": {"body": {"tags": ["x"]}}}}} | /steps/0/call/body/tags/1: expected nothing but was "y"
        "output": {"steps": {"a": {"call": {"body": {"tags": []}}}}} | /steps/0/call/body/tags/0: expected nothing but was "x"
        "output": {"steps": {"b": {"call": {"body": {}}}}}   | /steps/1/call/body: expected {} but was []
        "mentions": {"name": "design"}                       | /name: expected a text with "design" but was "Design"
        "mentions": {"none": "n"}                            | /none: expected a text with "n" but was null
        "without": ["/steps/a/call/body/title"]              | /steps/a/call/body/title: expected nothing but was "A"
        "without": ["/steps/b"]                              | /steps/b: expected nothing but was {"key":"b","call":{"body":[]}}
        "without": ["/none"]                                 | /none: expected nothing but was null
        "without": ["/steps/c/call"]                         | /steps/c/call: expected an object or a list without it but was nothing
        "without": ["/steps/a/call/bodi/title"]              | /steps/a/call/bodi/title: expected an object or a list without it but was nothing
        "without": ["/name/first"]                           | /name/first: expected an object or a list without it but was "Design"
        "whole": true, "output": {"key": "a"}                | /changes: expected nothing but was [{"op":"add","path":"/status","value":1}]
        """)
    void whatTheOutputDoesNotHoldIsNamedByItsPointer(String expectation, String line) throws JsonProcessingException {
        assertThat(differences(expectation)).contains(line);
    }

    private static Iterable<String> differences(String expectation) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        JsonNode entry = json.readTree("{" + expectation + "}");
        return new MappingCase(Path.of("m.cases.json").toString(), "a/m", "a case", json.nullNode(), entry).differences(json.readTree(OUTPUT));
    }
}
