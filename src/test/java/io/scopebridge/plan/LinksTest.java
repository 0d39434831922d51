package io.scopebridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.group.Fast;
import io.scopebridge.remote.PageAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of links come from remote systems: an Autotask zone says where its pages are. */
@Fast
class LinksTest {

    @ParameterizedTest
    @CsvSource({"https://ww14.autotask.net/task?id={id}, https://ww14.autotask.net/task?id=7", "HTTP://psa.example/{id}, HTTP://psa.example/7", "javascript:alert({id})//,",
        "' javascript:alert(1)',", "'data:text/html,<script>',", "//psa.example/{id},", "https:///{id},", "'',"})
    void onlyPagesOfTheWebAreLinked(String address, String link) throws Exception {
        JsonNode links = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode().put("path", "/tasks").put("link", address));
        Step step = PlanReader.read(new ObjectMapper().readTree("""
            {"subject":"s","system":"psa","steps":[{"key":"1","call":{"path":"/tasks","body":{"name":"x"}},"find":{"path":"/tasks","match":{"/name":"x"}}}]}""")).steps().get(0);

        assertThat(Links.of(links).of(step, key -> "7")).isEqualTo(link);
        assertThat(PageAddress.isValid(address)).isEqualTo(link != null);
    }
}
