package io.scopebridge.benchmark;

import io.scopebridge.hub.FreePort;
import io.scopebridge.hub.TestHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The packaged hub in a process of its own, with its defaults and H2 in a file. */
record HubOnItsOwn(TestHub hub, Process process) implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("benchmark.jar", "target/scopebridge-0.1.0.jar")).toAbsolutePath();

    static HubOnItsOwn start(Path home) throws IOException {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString(),
            "--server.port=" + port, "--scopebridge.data=" + home.resolve("data"), "--scopebridge.console.password=" + TestHub.PASSWORD_HASH));
        Process process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).redirectOutput(home.resolve("hub.log").toFile()).start();
        String url = "http://127.0.0.1:" + port;
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).build();
        HttpClient http = HttpClient.newHttpClient();
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).ignoreExceptionsMatching(e -> e instanceof IOException && process.isAlive())
            .until(() -> http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        return new HubOnItsOwn(new TestHub(home).at(url), process);
    }

    /** Seconds of processor time so far. */
    double processorTime() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        hub.close();
    }
}
