package io.scopebridge.address;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One connection may call the private hosts and networks that it names, and nothing else that is private (feature C7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class PrivateNetworkTest {

    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost, 127.0.0.1", "127.0.0.0/8", "10.0.0.0/8,127.0.0.0/30"})
    void aNamedHostOrNetworkIsCalled(String allowed) {
        hub.put(CONNECTWISE, onPremises(allowed));

        JsonNode job = hub.push(CONNECTWISE, 95011, Map.of());

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.2", "10.0.0.0/8", "localhost"})
    void whatIsNotNamedIsRefused(String allowed) {
        HttpResponse<String> answer = hub.send("POST", "/api/connections", draft("refused", allowed));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("connectwise.host", "network.privateHosts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        0.0.0.0/0; too wide
        ::/0; too wide
        10.0.0.0/99; not a network
        0177.0.0.1; neither a host
        every host; neither a host""")
    void aListThatMeansNothingOrEverythingIsRefused(String allowed, String why) {
        HttpResponse<String> answer = hub.send("POST", "/api/connections", draft("refused", allowed));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("network.privateHosts", why);
    }

    @Test
    void whatOneConnectionMayCallAnotherMayNot() {
        hub.put(CONNECTWISE, onPremises("127.0.0.1"));

        assertThat(hub.send("POST", "/api/connections", draft("other", "")).statusCode()).isEqualTo(400);
    }

    @Test
    void aCallLooksAgainWhatTheConnectionAllows() {
        hub.put(CONNECTWISE, onPremises("127.0.0.1"));
        hub.database().sql("update connection set settings = replace(settings, '\"privateHosts\":\"127.0.0.1\"', '\"privateHosts\":\"127.0.0.2\"') where id = ?")
            .param(CONNECTWISE).update();
        hub.connectWise.forgetReceived();

        JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.log(CONNECTWISE).get(0).path("cause").asText()).contains("network.privateHosts");
        assertThat(hub.connectWise.received()).isEmpty();
    }

    private Map<String, Object> onPremises(String allowed) {
        Map<String, Object> changes = new HashMap<>(Map.of("network.privateHosts", allowed));
        changes.put("network.allowPrivateAddresses", null);
        return hub.connection("connectwise", changes);
    }

    private Map<String, Object> draft(String id, String allowed) {
        Map<String, Object> draft = onPremises(allowed);
        draft.put("id", id);
        draft.put("enabled", false);
        return draft;
    }
}
