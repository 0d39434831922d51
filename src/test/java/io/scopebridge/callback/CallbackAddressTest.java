package io.scopebridge.callback;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that moves takes its callbacks along, and one that has no public address any more leaves none behind (feature O6). */
@StartsHub
class CallbackAddressTest {

    private static final String URL = "scopebridge.public-url";

    @Test
    void callbacksFollowThePublicAddressAndGoWithIt(@TempDir Path home) {
        try (TestHub hub = new TestHub(home).withFewOpportunities().with(URL, "https://first.example.com").start()) {
            hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("opportunities.status", "Open")));
            areAt(hub, "https://first.example.com");
            hub.connectWise.records().put("callbacks", 990, hub.connectWise.callbacks().get(0).deepCopy().put("id", 990).put("description", "of another hub"));

            hub.stop();
            hub.with(URL, "https://second.example.com").start();
            hub.send("POST", "/api/connections/" + CONNECTWISE + "/disable", null);
            areAt(hub);
            hub.send("POST", "/api/connections/" + CONNECTWISE + "/enable", null);
            areAt(hub, "https://second.example.com");

            hub.stop();
            hub.with(URL, "").start();
            areAt(hub);
            assertThat(hub.connectWise.callbacks()).singleElement().satisfies(other -> assertThat(other.path("id").asLong()).isEqualTo(990));
            assertThat(hub.log(CONNECTWISE)).isEmpty();
        }
    }

    /** Besides that of the other hub, which nobody touches. */
    private static void areAt(TestHub hub, String... addresses) {
        List<String> expected = List.of(addresses).stream().map(address -> address + "/callbacks/connectwise/" + CONNECTWISE + "?recordId=").toList();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<ObjectNode> callbacks = hub.connectWise.callbacks();
            assertThat(callbacks).filteredOn(row -> row.path("id").asLong() != 990).extracting(row -> row.path("url").asText()).containsExactlyElementsOf(expected);
        });
    }
}
