package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A full sync is due when the settings mean something else in the tenant, and only then: not by what is typed. */
@Fast
class FilterFingerprintTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);
    private static final String TENANT = "{'status': {'1': {'name': 'Open', 'closed': false}, '2': {'name': 'Won', 'closed': true}}, 'stage': {'7': {'name': 'Lead'}}}";
    private static final String TYPED = "{'status': 'Open', 'stage': 'Lead', 'closedStatuses': ''}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        an unknown name that is removed       | {'status': 'Open, Nonsense'}        | {}
        a further status                      | {'status': 'Open, Won'}             | {}
        no filter                             | {'status': ''}                      | {}
        another stage                         | {'stage': ''}                       | {}
        a status that is closed               | {'closedStatuses': 'Open'}          | {}
        a status of the same name in the PSA  | {}                                  | {'status': {'9': {'name': 'open', 'closed': false}}}
        a status that is renamed in the PSA   | {}                                  | {'status': {'2': {'name': 'Booked', 'closed': true}}}
        a status that is closed in the PSA    | {}                                  | {'status': {'1': {'name': 'Open', 'closed': true}}}
        a stage that is renamed in the PSA    | {}                                  | {'stage': {'7': {'name': 'Leads'}}}
        a stage that is new in the PSA        | {}                                  | {'stage': {'8': {'name': 'Demo'}}}
        """)
    void anotherMeaningIsAnotherFingerprint(String what, String typed, String tenant) {
        assertThat(fingerprint(typed, tenant)).as(what).isNotEqualTo(fingerprint("{}", "{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {'status': ' OPEN ,open'}             | {}
        {'status': '1'}                       | {}
        {'status': '"Open"'}                  | {}
        {'closedStatuses': 'won'}             | {}
        {'cron': '0 0 * * * *'}               | {}
        """)
    void anotherSpellingIsNot(String typed, String tenant) {
        assertThat(fingerprint(typed, tenant)).isEqualTo(fingerprint("{}", "{}"));
    }

    private static String fingerprint(String typed, String tenant) {
        ObjectNode input = JSON.createObjectNode();
        input.set("names", changed(TENANT, tenant));
        input.putObject("connection").putObject("settings").set("opportunities", changed(TYPED, typed));
        return JSON.<JsonNode>valueToTree(MAPPINGS.apply("hub/opportunity-filter", JSON.convertValue(input, Object.class))).path("fingerprint").asText();
    }

    private static JsonNode changed(String base, String changes) {
        try {
            JsonNode made = JSON.readTree(base.replace('\'', '"'));
            return JSON.readerForUpdating(made).readValue(changes.replace("'\"", "'\\\"").replace("\"'", "\\\"'").replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(changes, e);
        }
    }
}
