package io.scopebridge.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project of 2,011 records, from the request to the end of its job, with ledger and journal: against the least time that its calls take
 * within the limits of the tenant, and against bare calls of the same number and concurrency. Hub and practice servers are processes of their own.
 */
class PushBenchmark {

    private static final int LATENCY = Integer.getInteger("benchmark.latency", 50);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int RECORDS = 1 + 10 + 500 + 1500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param age the longest time for which the shown progress was behind what the PSA held */
    private record Push(double whole, double calls, double age, double bare, double processor) {
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aProjectOfTwoThousandRecords(@TempDir Path home) throws Exception {
        System.out.printf("Push of %d records, %d ms a call, medians of %d rounds, Java %s, %d processors%n", RECORDS, LATENCY, ROUNDS, Runtime.version(),
            Runtime.getRuntime().availableProcessors());
        System.out.println("| | bound, s | bare calls, s | push, s | bound / push | bare / push | first to last call, s | age of the progress, s | processor time, s |\n|---|---|---|---|---|---|---|---|---|");
        try (HubOnItsOwn hub = HubOnItsOwn.start(home)) {
            measure(hub, "connectwise", 4, 95005);
            measure(hub, "autotask", 2, 90005);
        }
    }

    private void measure(HubOnItsOwn hub, String system, int inFlight, long project) throws Exception {
        List<Push> pushes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String connection = system + "-" + round;
            try (PracticeProcess practice = PracticeProcess.start(LATENCY)) {
                hub.hub().put(connection, connection(hub.hub(), practice, system, connection));
                String psa = system.equals("autotask") ? practice.autotask : practice.connectWise;
                double bare = bareCalls(system, psa, inFlight);
                pushes.add(push(hub, connection, project, psa, bare));
            }
            System.out.printf("  %s, round %d: %s%n", system, round + 1, pushes.get(round));
        }
        double bound = RECORDS * LATENCY / 1e3 / inFlight;
        System.out.printf("| %s, %d at a time | %.1f | %.1f | %.1f | %.2f | %.2f | %.1f | %.1f | %.1f |%n", system, inFlight, bound, median(pushes, Push::bare), median(pushes, Push::whole),
            bound / median(pushes, Push::whole), median(pushes, push -> push.bare / push.whole), median(pushes, Push::calls), median(pushes, Push::age), median(pushes, Push::processor));
    }

    private Push push(HubOnItsOwn ours, String connection, long project, String psa, double bare) throws Exception {
        TestHub hub = ours.hub();
        long before = records(psa);
        double processor = ours.processorTime();
        Map<String, Object> options = new LinkedHashMap<>(Map.of("governance", false));
        long begin = System.nanoTime();
        long job = hub.request(connection, project, options);
        double first = 0;
        double last = 0;
        double age = 0;
        Deque<double[]> held = new ArrayDeque<>();
        while (true) {
            double now = (System.nanoTime() - begin) / 1e9;
            long created = records(psa) - before;
            JsonNode view = hub.get("/api/jobs/" + job);
            first = created > 0 && first == 0 ? now : first;
            last = created == RECORDS && last == 0 ? now : last;
            held.add(new double[] {now, created});
            while (!held.isEmpty() && held.peek()[1] <= view.path("done").asInt()) held.poll();
            age = held.isEmpty() ? age : Math.max(age, now - held.peek()[0]);
            if (view.path("state").asText().matches("DONE|FAILED")) {
                assertThat(view.at("/result/created").asInt()).as("%s", view).isEqualTo(RECORDS);
                return new Push((System.nanoTime() - begin) / 1e9, last - first, age, bare, ours.processorTime() - processor);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long records(String psa) throws Exception {
        JsonNode counts = JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(psa + "/practice/records")).build(), HttpResponse.BodyHandlers.ofString()).body());
        long sum = 0;
        for (String type : List.of("Projects", "Phases", "Tasks", "projects", "phases", "tickets", "tasks")) sum += counts.path(type).asLong();
        return sum;
    }

    /** The same number of calls by a client that does nothing else. */
    private double bareCalls(String system, String psa, int threads) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        if (system.equals("autotask")) {
            request.uri(URI.create(psa + "/atservicesrest/v1.0/NoSuchEntity")).header("UserName", PracticeAutotask.USER).header("Secret", PracticeAutotask.SECRET)
                .header("ApiIntegrationCode", PracticeAutotask.INTEGRATION_CODE);
        } else {
            String user = PracticeConnectWise.COMPANY_ID + "+" + PracticeConnectWise.PUBLIC_KEY + ":" + PracticeConnectWise.PRIVATE_KEY;
            request.uri(URI.create(psa + "/v4_6_release/apis/3.0/nothing")).header("clientId", PracticeConnectWise.CLIENT_ID)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes())).header("Accept", "application/vnd.connectwise.com+json; version=2025.1");
        }
        HttpRequest call = request.version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Callable<Integer> one = () -> http.send(call, HttpResponse.BodyHandlers.ofString()).statusCode();
        long begin = System.nanoTime();
        pool.invokeAll(Collections.nCopies(RECORDS, one));
        pool.shutdown();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Map<String, Object> connection(TestHub hub, PracticeProcess practice, String system, String id) {
        Map<String, Object> changes = new LinkedHashMap<>(Map.of("scopestack.apiUrl", practice.scopeStack, "scopestack.tokenUrl", practice.scopeStack + "/oauth/token",
            "scopestack.webUrl", practice.scopeStack));
        if (system.equals("autotask")) changes.put("autotask.zoneLookupUrl", practice.autotask + "/atservicesrest");
        else changes.put("connectwise.host", practice.connectWise);
        Map<String, Object> connection = hub.connection(system, changes);
        connection.put("id", id);
        return connection;
    }

    private static double median(List<Push> pushes, ToDoubleFunction<Push> value) {
        return pushes.stream().mapToDouble(value).sorted().skip(pushes.size() / 2).findFirst().orElseThrow();
    }
}
