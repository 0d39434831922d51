package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Yes and no in whatever form a system writes them. */
@Fast
class FlagsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
        true, true
        "true", true
        "True", true
        1, true
        "1", true
        false, false
        "false", false
        0, false
        null, false
        "odd", false
        {}, false
        """)
    void aStatusIsClosed(String flag, boolean closed) throws IOException {
        JsonNode names = apply("connectwise/opportunity-names", "{\"statuses\":[{\"id\":1,\"name\":\"Won\",\"closedFlag\":" + flag + "}],\"stages\":[]}");

        assertThat(names.at("/status/1/closed").booleanValue()).isEqualTo(closed);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
        false, false
        "false", false
        0, false
        true, true
        "true", true
        1, true
        null, true
        """)
    void aRowIsActive(String flag, boolean active) throws IOException {
        ObjectNode input = (ObjectNode) JSON.readTree(Path.of("mappings/scopestack/examples/bundle.json").toFile());
        ((ObjectNode) input.at("/services/0/data/0/attributes")).set("active", JSON.readTree(flag));

        assertThat(apply("scopestack/bundle", input.toString()).path("services").findValuesAsText("id").contains("720003")).isEqualTo(active);

        JsonNode picklists = apply("autotask/picklists", "{\"fields\":[{\"name\":\"status\",\"dataType\":\"integer\",\"picklistValues\":[{\"value\":\"1\",\"label\":\"New\",\"isActive\":" + flag + "}]}]}");
        assertThat(picklists.at("/status/0/active").booleanValue()).isEqualTo(active);
    }

    private static JsonNode apply(String mapping, String input) throws IOException {
        return JSON.valueToTree(MAPPINGS.apply(mapping, JSON.readTree(input)));
    }
}
