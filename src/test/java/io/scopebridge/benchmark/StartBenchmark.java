package io.scopebridge.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.hub.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the process to the first 200 of the readiness check, and the resident memory: the bare jar against deploy/hub, in turn. */
class StartBenchmark {

    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("benchmark.idle", 30));
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final Path JAR = Path.of(System.getProperty("benchmark.jar", "target/scopebridge-0.1.0.jar")).toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private record Start(double ready, double cpu, double resident, double idle) {
    }

    @Test
    void fromStartToReady(@TempDir Path home) throws Exception {
        Path script = Path.of("deploy/hub").toAbsolutePath();
        Path prepared = home.resolve("prepared");
        run(List.of(script.toString(), "prepare", JAR.toString(), prepared.toString()), home.resolve("prepare.log")).waitFor();

        List<Start> jar = new ArrayList<>();
        List<Start> hub = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            jar.add(start(List.of(JAVA, "-jar", JAR.toString()), home.resolve("jar" + round)));
            hub.add(start(List.of(script.toString(), "start", prepared.toString()), home.resolve("hub" + round)));
        }
        System.out.printf("Start, medians of %d rounds in turn, Java %s, %d processors%n", ROUNDS, Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.println("| | java -jar | deploy/hub | ratio |\n|---|---|---|---|");
        print("start to ready, s", "%.1f", jar, hub, Start::ready);
        print("processor time until ready, s", "%.1f", jar, hub, Start::cpu);
        print("resident when ready, MB", "%.0f", jar, hub, Start::resident);
        print("resident after " + IDLE.toSeconds() + " s, MB", "%.0f", jar, hub, Start::idle);
        assertThat(hub).hasSameSizeAs(jar);
    }

    private static void print(String what, String format, List<Start> jar, List<Start> hub, ToDoubleFunction<Start> value) {
        double one = median(jar, value);
        double other = median(hub, value);
        System.out.printf("| %s | " + format + " | " + format + " | %.2f |%n", what, one, other, other / one);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        return starts.stream().mapToDouble(value).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
    }

    private static Start start(List<String> command, Path data) throws Exception {
        int port = FreePort.find();
        Files.createDirectories(data);
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--server.port=" + port, "--scopebridge.data=" + data, "--scopebridge.console.password=only-for-this-start"));
        long from = System.nanoTime();
        Process process = run(all, data.resolve("log"));
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")).build();
            HttpClient http = HttpClient.newHttpClient();
            Awaitility.await().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(e -> e instanceof IOException && process.isAlive()).until(() -> http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
            double ready = (System.nanoTime() - from) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
            double resident = resident(process);
            TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
            return new Start(ready, cpu, resident, resident(process));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** In the folder of the log: here lie routes and mappings that would take precedence over those in the jar. */
    private static Process run(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Of Linux; megabytes. */
    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
}
