package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.project.AutotaskTree;
import io.scopebridge.project.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that could not renew its lease stops, and the work goes on with whoever gets the connection next. */
@StartsHub
class LeaseTest {

    @Test
    void aJobWhoseLeaseRanOutGoesOnAlsoOnTheSameNode(@TempDir Path home) {
        TestHub hub = new TestHub(home).with("scopebridge.jobs.lease", "4s").with("scopebridge.jobs.renew", "1h").with("scopebridge.jobs.tick", "3000")
            .with("scopebridge.plan.timeout", "2s");
        try (Bench bench = new Bench(hub)) {
            hub.start();
            hub.autotask.faults().latency("POST", "/Tasks$", 1_000, 1_000);
            hub.scopeStack.approve(90001);
            JsonNode job = hub.push(bench.connect("autotask"), 90001, null);

            assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
            assertThat(job.path("attempts").asInt()).as("begun again when the lease was gone").isGreaterThan(1);
            AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        }
    }
}
