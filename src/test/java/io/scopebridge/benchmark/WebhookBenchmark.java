package io.scopebridge.benchmark;

import com.standardwebhooks.Webhook;
import io.scopebridge.database.Databases;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed webhooks of 1 kB over 50 connections: the hub against {@link BareWebhooks}, in turn. The hub runs no jobs meanwhile. */
class WebhookBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 5_000);
    private static final int SENDERS = 50;
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private record Round(double perSecond, double p99, double processor) {
    }

    @Test
    void onH2(@TempDir Path home) throws Exception {
        send("H2", home, new TestHub(home), "jdbc:h2:file:" + home.resolve("bare").toAbsolutePath() + ";WRITE_DELAY=0", "sa");
    }

    @Test
    void onPostgres(@TempDir Path home) throws Exception {
        send("PostgreSQL", home, new TestHub(home, Databases.freshPostgres(), "postgres", ""), Databases.freshPostgres(), "postgres");
    }

    private static void send(String database, Path home, TestHub hub, String url, String user) throws Exception {
        hub.with("scopebridge.jobs.tick", 3_600_000);
        Process bare = new ProcessBuilder(JAVA, "-Xmx512m", "-cp", System.getProperty("java.class.path"), "src/test/process/OwnProcess.java", BareWebhooks.class.getName(), url, user, SECRET)
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (hub; HubProcess process = HubProcess.start(hub, home, Map.of(), List.of(System.getProperty("benchmark.hub", "-Xmx512m").split(" ")))) {
            hub.put(TestHub.CONNECTWISE, hub.connection("connectwise", Map.of("webhooks.secret", SECRET)));
            String bareUrl = lastWord(bare);
            String hubUrl = hub.url() + "/webhooks/" + TestHub.CONNECTWISE;
            List<Round> bareRounds = new ArrayList<>();
            List<Round> hubRounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bareRounds.add(round(bareUrl, () -> bare.info().totalCpuDuration().orElseThrow()));
                hubRounds.add(round(hubUrl, process::processorTime));
                System.out.printf("%s, round %d: bare %s, hub %s%n", database, round, bareRounds.get(round), hubRounds.get(round));
            }
            Round one = median(bareRounds);
            Round other = median(hubRounds);
            System.out.printf("%d webhooks of 1 kB, %d senders, medians of %d rounds in turn, Java %s, %d processors%n", EVENTS, SENDERS, ROUNDS, Runtime.version(),
                Runtime.getRuntime().availableProcessors());
            System.out.println("| | bare server | hub | hub / bare |\n|---|---|---|---|");
            System.out.printf("| %s, webhooks per second | %.0f | %.0f | %.2f |%n", database, one.perSecond, other.perSecond, other.perSecond / one.perSecond);
            System.out.printf("| %s, processor time of a webhook, ms | %.2f | %.2f | %.2f |%n", database, one.processor, other.processor, other.processor / one.processor);
            System.out.printf("| %s, 99th percentile, ms | %.0f | %.0f | %.2f |%n", database, one.p99, other.p99, other.p99 / one.p99);
        } finally {
            bare.destroy();
        }
    }

    private static String lastWord(Process process) throws Exception {
        String line = process.inputReader().readLine();
        while (!line.startsWith("http://")) line = process.inputReader().readLine();
        return line;
    }

    private static Round round(String url, Supplier<Duration> processor) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Webhook webhook = new Webhook(SECRET);
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(EVENTS);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        Duration before = processor.get();
        long from = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) all.add(senders.submit(() -> {
            while (left.getAndDecrement() > 0) times.add(send(http, webhook, url));
            return null;
        }));
        for (Future<?> one : all) one.get();
        double seconds = (System.nanoTime() - from) / 1e9;
        senders.shutdown();
        return new Round(EVENTS / seconds, times.stream().sorted().skip(EVENTS * 99 / 100).findFirst().orElseThrow() / 1e6, processor.get().minus(before).toNanos() / 1e6 / EVENTS);
    }

    private static long send(HttpClient http, Webhook webhook, String url) throws Exception {
        String id = UUID.randomUUID().toString();
        String body = "{\"type\":\"project.changed\",\"project\":\"95002\"" + " ".repeat(980) + "}";
        long now = Instant.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json").header("webhook-id", id)
            .header("webhook-timestamp", "" + now).header("webhook-signature", webhook.sign(id, now, body)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        long from = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return System.nanoTime() - from;
    }

    private static Round median(List<Round> rounds) {
        int middle = rounds.size() / 2;
        return new Round(rounds.stream().map(Round::perSecond).sorted().skip(middle).findFirst().orElseThrow(), rounds.stream().map(Round::p99).sorted().skip(middle).findFirst().orElseThrow(),
            rounds.stream().map(Round::processor).sorted().skip(middle).findFirst().orElseThrow());
    }
}
