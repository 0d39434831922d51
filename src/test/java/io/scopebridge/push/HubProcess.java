package io.scopebridge.push;

import io.scopebridge.ScopeBridge;
import io.scopebridge.hub.TestHub;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The hub in a process of its own, which can be killed without a chance to tidy up. */
final class HubProcess implements AutoCloseable {

    private final Process process;
    private final String url;
    private final File log;

    private HubProcess(Process process, String url, File log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts with the hub's settings and is back when it answers; the hub then speaks to the process. */
    static HubProcess start(TestHub hub, Path home) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), ScopeBridge.class.getName()));
        for (Map.Entry<String, Object> setting : hub.settings().entrySet()) {
            if (!setting.getKey().equals("server.port")) command.add("--" + setting.getKey() + "=" + setting.getValue());
        }
        command.add("--server.port=" + port);
        File log = home.resolve("hub-" + port + ".log").toFile();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
            HubProcess started = new HubProcess(process, "http://127.0.0.1:" + port, log);
            started.awaitReady();
            hub.at(started.url);
            return started;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As kill -9: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("The hub outlived its kill");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(100)).ignoreExceptionsMatching(e -> e instanceof IOException)
                .until(() -> {
                    if (!process.isAlive()) throw new AssertionError("The hub ended by itself:\n" + Files.readString(log.toPath()));
                    return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
                });
        } catch (RuntimeException | Error e) {
            kill();
            throw e;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
