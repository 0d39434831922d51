package io.scopebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the hub asks of the PSAs in its main flows is what their published descriptions allow. */
@StartsHub
class HubRequestsTest {

    @Test
    void pollsAndPushesOfBothSystemsKeepToTheContracts() {
        ContractCheck autotask = ContractCheck.autotask();
        ContractCheck connectWise = ContractCheck.connectwise();
        try (TestHub hub = TestHub.shared().withFewOpportunities()) {
            autotask.watch(hub.autotask);
            connectWise.watch(hub.connectWise);
            hub.start().connected();
            hub.sync(TestHub.AUTOTASK);
            hub.sync(TestHub.CONNECTWISE);
            hub.scopeStack.approve(90_001);
            hub.scopeStack.approve(95_001);
            hub.push(TestHub.AUTOTASK, 90_001, Map.of());
            hub.push(TestHub.CONNECTWISE, 95_001, Map.of());
            assertThat(hub.autotask.received()).anyMatch(received -> received.request().method().equals("POST"));
            assertThat(hub.connectWise.received()).anyMatch(received -> received.request().method().equals("POST"));
        }
        autotask.assertAllValid();
        connectWise.assertAllValid();
    }
}
