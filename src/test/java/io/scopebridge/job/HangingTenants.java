package io.scopebridge.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.TcpProxy;
import io.scopebridge.hub.TestHub;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Tenants on a started hub, of which the second half can stop answering, and how soon the jobs of the first half start. */
public final class HangingTenants implements AutoCloseable {

    private final TestHub hub;
    private final TcpProxy network;
    private final int half;
    private final int every;
    private final Jobs jobs;
    private int round;

    public HangingTenants(TestHub hub, int half, int every) throws IOException {
        this.hub = hub;
        this.half = half;
        this.every = every;
        this.jobs = hub.context().getBean(Jobs.class);
        this.network = new TcpProxy(URI.create(hub.connectWise.url()).getPort());
        for (int tenant = 0; tenant < 2 * half; tenant++) {
            Map<String, Object> made = tenant < half ? hub.connection("connectwise") : hub.connection("connectwise", Map.of("connectwise.host", "http://127.0.0.1:" + network.port()));
            made.put("id", id(tenant));
            hub.put(id(tenant), made);
        }
    }

    public void hang() {
        network.freeze();
    }

    public void answer() {
        network.mend();
    }

    /** One job for each tenant every so many seconds; milliseconds from accepted to started of those of the first half. */
    public List<Long> startTimes(int seconds) throws InterruptedException {
        round++;
        for (int second = 0; second < seconds; second++) {
            long next = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            for (int tenant = second % every; tenant < 2 * half; tenant += every) add(id(tenant), "directory:" + round + "-" + second);
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
        String ofTheFirstHalf = " from job where connection_id like 'live-%' and subject like 'directory:" + round + "-%'";
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> hub.database().sql("select count(*)" + ofTheFirstHalf + " and state <> 'DONE'").query(Integer.class).single() == 0);
        return new ArrayList<>(hub.database().sql("select created_at, started_at" + ofTheFirstHalf)
            .query((row, n) -> Duration.between(row.getObject(1, java.time.OffsetDateTime.class), row.getObject(2, java.time.OffsetDateTime.class)).toMillis()).list());
    }

    /** Jobs of as many tenants of the first half, all due at once: how many of them end in a second. */
    public double perSecond(int tenants, int jobsOfEach) {
        round++;
        long from = System.nanoTime();
        for (int job = 0; job < jobsOfEach; job++) {
            for (int tenant = 0; tenant < tenants; tenant++) add(id(tenant), "directory:" + round + "-" + job);
        }
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50)).until(() -> hub.database().sql("select count(*) from job where state <> 'DONE'").query(Integer.class).single() == 0);
        return tenants * jobsOfEach / ((System.nanoTime() - from) / 1e9);
    }

    private void add(String connection, String subject) {
        jobs.add(connection, "refresh-directory", subject, JsonNodeFactory.instance.objectNode(), "api");
    }

    public static String id(int tenant, int half) {
        return (tenant < half ? "live-" : "hangs-") + tenant;
    }

    private String id(int tenant) {
        return id(tenant, half);
    }

    public static double mean(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    public static long worst(List<Long> times) {
        return times.stream().sorted().skip(times.size() * 99L / 100).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        network.close();
    }
}
