package io.scopebridge.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drift check of 5,000 records that the hub made: its calls, its duration and the heap, with the practice servers in the same process. */
class DriftBenchmark {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 5_000);

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void aCleanCheck(String system, long project) {
        try (TestHub hub = new TestHub(home).with("scopebridge.governor.autotask.calls-per-hour", 0).with("scopebridge.checks.after-saving", false).start()) {
            String connection = "northwind-" + system;
            hub.put(connection, hub.connection(system));
            PracticeServer psa = system.equals("autotask") ? hub.autotask : hub.connectWise;
            hub.scopeStack.approve(project);
            hub.scopeStack.addServices(project, RECORDS, 1);
            long begun = System.nanoTime();
            JsonNode pushed = hub.push(connection, project, Map.of("governance", false));
            assertThat(pushed.path("state").asText()).as("%s", pushed).isEqualTo("DONE");
            System.out.printf("%s: pushed %d records in %.1f s%n", system, pushed.at("/result/created").asInt(), seconds(begun));
            for (String round : List.of("first", "second")) check(hub, connection, psa, system + ", " + round);
        }
    }

    private static void check(TestHub hub, String connection, PracticeServer psa, String what) {
        psa.forgetReceived();
        hub.scopeStack.forgetReceived();
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        JsonNode job = hub.ended(Long.parseLong(hub.send("POST", "/api/connections/" + connection + "/drift", null).body().replaceAll("\\D", "")));
        double seconds = seconds(begun);
        long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        JsonNode report = hub.get("/api/connections/" + connection + "/drift");
        assertThat(job.path("state").asText()).as("%s %s", job, hub.log(connection)).isEqualTo("DONE");
        assertThat(report.path("open").asInt()).as("none invented: %s", report).isZero();
        System.out.printf("%s check: %.1f s, %d calls to the PSA, %d to ScopeStack, heap %d MB before, peak %d MB%n", what, seconds, psa.received().size(), hub.scopeStack.received().size(),
            before >> 20, peak >> 20);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
