package io.scopebridge.benchmark;

import io.scopebridge.hub.TestHub;
import io.scopebridge.job.HangingTenants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred tenants with a job every fifteen seconds: how soon the jobs of fifty start while the other fifty answer, and while they hang. With the defaults of the hub. */
class IsolationBenchmark {

    private static final int HALF = Integer.getInteger("benchmark.half", 50);
    /** More often than a machine can run the jobs of all, it measures the queue only. */
    private static final int EVERY = Integer.getInteger("benchmark.every", 15);
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 60);

    @Test
    void halfOfTheTenantsHang(@TempDir Path home) throws Exception {
        TestHub settings = new TestHub(home).without("scopebridge.jobs.tick").without("scopebridge.jobs.attempts").without("scopebridge.jobs.backoff");
        // As it was: a job that waits occupies a worker, and nothing stops the calls.
        if (Boolean.getBoolean("benchmark.former")) settings.with("scopebridge.jobs.at-once", "8").with("scopebridge.breaker.hang", "1h");
        try (TestHub hub = settings.start(); HangingTenants tenants = new HangingTenants(hub, HALF, EVERY)) {
            tenants.startTimes(10);
            System.out.printf("jobs per second: of one connection %.1f, of ten %.1f%n", tenants.perSecond(1, 60), tenants.perSecond(10, 30));
            List<Long> before = tenants.startTimes(SECONDS);
            tenants.hang();
            List<Long> after = tenants.startTimes(SECONDS);
            System.out.printf("%d tenants, %d jobs of the others in %d s: mean start %.0f ms while none hangs, %.0f ms while %d hang: ratio %.2f; 99th percentile %d and %d ms%n", 2 * HALF, after.size(), SECONDS,
                HangingTenants.mean(before), HangingTenants.mean(after), HALF, HangingTenants.mean(after) / HangingTenants.mean(before), HangingTenants.worst(before), HangingTenants.worst(after));
        }
    }
}
