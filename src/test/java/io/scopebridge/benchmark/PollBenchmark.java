package io.scopebridge.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.database.Databases;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full syncs of the opportunities of a ConnectWise, first of a new connection and then again without changes: the hub against {@link PlainPoll},
 * in turn, each with a database of its own. The filter excludes every opportunity, so that none is published.
 */
class PollBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int ROWS = Integer.getInteger("benchmark.rows", 50_000);
    private static final int LATENCY = Integer.getInteger("benchmark.latency", 20);

    /** Options of the hub's JVM, such as for a profiler. */
    private static final String HUB = System.getProperty("benchmark.hub", "-Xmx512m");

    private record Sides(List<Double> plain, List<Double> hub) {
        Sides() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void print(String what) {
            System.out.printf("| %s | %.1f | %.1f | %.2f |%n", what, median(plain), median(hub), median(plain) / median(hub));
        }

        private static double median(List<Double> seconds) {
            return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
        }
    }

    @Test
    void onH2(@TempDir Path home) throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("plain").toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=32768";
        poll("H2", home, new TestHub(home), url, "sa");
    }

    @Test
    void onPostgres(@TempDir Path home) throws Exception {
        String url = Databases.freshPostgres();
        poll("PostgreSQL", home, new TestHub(home, Databases.freshPostgres(), "postgres", ""), url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true", "postgres");
    }

    private static void poll(String database, Path home, TestHub hub, String url, String user) throws Exception {
        Sides first = new Sides();
        Sides again = new Sides();
        hub.with("scopebridge.opportunities.read-all-up-to", 10_000_000);
        try (PracticeTenant tenant = PracticeTenant.start(ROWS, LATENCY); HikariDataSource source = new HikariDataSource(); hub;
             HubProcess process = HubProcess.start(hub, home, Map.of(), List.of(HUB.split(" ")))) {
            source.setJdbcUrl(url);
            source.setUsername(user);
            source.setPassword("");
            Databases.migrate(source, url.startsWith("jdbc:h2") ? "h2" : "postgresql");
            PlainPoll plain = new PlainPoll(tenant.connectWise, source);
            for (int round = 0; round < ROUNDS; round++) {
                String connection = "tenant-" + round;
                Databases.addConnection(source, connection, "connectwise");
                for (Sides sides : List.of(first, again)) {
                    long from = System.nanoTime();
                    int read = plain.run(connection);
                    sides.plain.add((System.nanoTime() - from) / 1e9);
                    if (read != ROWS) throw new AssertionError(read + " rows were read");
                }
                connect(hub, tenant, connection);
                for (Sides sides : List.of(first, again)) sides.hub.add(fullSync(hub, connection));
                System.out.printf("%s, round %d: plain %.1f and %.1f s, hub %.1f and %.1f s%n", database, round, first.plain.get(round), again.plain.get(round), first.hub.get(round), again.hub.get(round));
            }
            System.out.printf("Poll of %d opportunities, %d ms a call, %s, medians of %d rounds in turn, Java %s, %d processors%n", ROWS, LATENCY, database, ROUNDS,
                Runtime.version(), Runtime.getRuntime().availableProcessors());
            System.out.println("| | plain loop, s | hub, s | plain / hub |\n|---|---|---|---|");
            first.print(database + ", first full sync");
            again.print(database + ", full sync, all unchanged");
        }
    }

    private static void connect(TestHub hub, PracticeTenant tenant, String id) {
        Map<String, Object> changes = new java.util.HashMap<>(tenant.addresses());
        changes.put("opportunities.status", "Lost");
        changes.put("opportunities.safetyLimitPercent", 100);
        Map<String, Object> connection = hub.connection("connectwise", changes);
        connection.put("id", id);
        hub.put(id, connection);
    }

    private static double fullSync(TestHub hub, String connection) {
        var job = hub.fullSync(connection, false);
        if (!job.path("state").asText().equals("DONE")) throw new AssertionError(job.toPrettyString() + hub.log(connection));
        return Duration.between(OffsetDateTime.parse(job.path("startedAt").asText()), OffsetDateTime.parse(job.path("finishedAt").asText())).toMillis() / 1e3;
    }
}
