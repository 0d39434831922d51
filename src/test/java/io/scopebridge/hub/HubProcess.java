package io.scopebridge.hub;

import io.scopebridge.ScopeBridge;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The hub in a process of its own, which can be killed without a chance to tidy up. */
public final class HubProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private HubProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts with the hub's settings and is back when it answers; the hub then speaks to the process. */
    public static HubProcess start(TestHub hub, Path home) {
        return start(hub, home, Map.of());
    }

    /** @param environment variables beside those of this process */
    public static HubProcess start(TestHub hub, Path home, Map<String, String> environment) {
        return start(hub, home, environment, List.of("-Xms512m", "-Xmx512m", "-Xmn192m", "-XX:MetaspaceSize=192m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m", "-XX:+UseSerialGC"));
    }

    /** @param jvm options of its JVM */
    public static HubProcess start(TestHub hub, Path home, Map<String, String> environment, List<String> jvm) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), ScopeBridge.class.getName()));
        for (Map.Entry<String, Object> setting : hub.settings().entrySet()) command.add("--" + setting.getKey() + "=" + setting.getValue());
        // It takes a free port itself, and its log says which: one that was free a moment ago may be somebody's by now.
        command.add("--logging.level.org.springframework.boot.web.embedded.tomcat=info");
        try {
            Path log = Files.createTempFile(home, "hub", ".log");
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            process.environment().putAll(environment);
            HubProcess started = new HubProcess(process.start(), log);
            hub.at(started.ready());
            return started;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As kill -9: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("The hub outlived its kill");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the person sees at whose keyboard it was started. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Of its processors, since its start. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    /** The address, once the hub answers there. */
    private String ready() {
        ConditionFactory patience = Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(100));
        try {
            String url = "http://127.0.0.1:" + patience.until(this::port, port -> port != null);
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build();
            patience.ignoreExceptionsMatching(e -> e instanceof IOException && process.isAlive())
                .until(() -> http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
            return url;
        } catch (RuntimeException | Error e) {
            kill();
            throw e;
        }
    }

    /** Null until it listens. */
    private String port() {
        String said = output();
        if (!process.isAlive()) throw new AssertionError("The hub ended by itself:\n" + said);
        Matcher port = PORT.matcher(said);
        return port.find() ? port.group(1) : null;
    }
}
