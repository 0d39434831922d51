package io.scopebridge.secret;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Secrets go in and never come out (feature C4), also when everything goes wrong and is told at length. */
@ExtendWith(OutputCaptureExtension.class)
@StartsHub
class SecretsStaySecretTest {

    private static final String WEBHOOK = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String WRONG = "a-wrong-secret-that-is-nobodys-business";

    @Test
    void noAnswerNoEntryNoLineAndNoFileShowsThem(@TempDir Path home, CapturedOutput output) throws IOException {
        List<String> answers = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(PracticeAutotask.SECRET, PracticeConnectWise.PRIVATE_KEY, WEBHOOK, WRONG, "practice-autotask-secret", "practice-connectwise-secret"));
        secrets.add(Base64.getEncoder().encodeToString((PracticeConnectWise.COMPANY_ID + "+" + PracticeConnectWise.PUBLIC_KEY + ":" + PracticeConnectWise.PRIVATE_KEY).getBytes(StandardCharsets.UTF_8)));
        try (TestHub hub = new TestHub(home).withFewOpportunities().with("logging.level.root", "info").with("logging.level.io.scopebridge", "debug").start()) {
            for (String system : List.of("autotask", "connectwise")) {
                Map<String, Object> connection = hub.connection(system, Map.of("webhooks.secret", WEBHOOK, "opportunities.stage", "Verbal agreement, 6. Closed, Nowhere"));
                answers.add(hub.send("POST", "/api/connections", connection).body());
                answers.add(hub.send("PUT", "/api/connections/" + connection.get("id"), connection).body());
            }
            hub.sync(AUTOTASK);
            hub.sync(CONNECTWISE);
            // A gateway that shows what it was sent.
            hub.autotask.faults().status("POST", "/Projects", 500, "<html><h1>Debug</h1><pre>UserName: api\nSecret: " + PracticeAutotask.SECRET + "\n</pre></html>", 100);
            hub.connectWise.faults().status("*", "/project/", 502, "{\"message\":\"no upstream for Authorization: Basic " + secrets.get(secrets.size() - 1) + "\"}", 100);
            hub.push(AUTOTASK, 90010, Map.of());
            hub.push(CONNECTWISE, 95010, Map.of());
            hub.put(AUTOTASK, hub.connection("autotask", Map.of("autotask.secret", WRONG)));
            hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("scopestack.clientSecret", WRONG)));
            hub.sync(AUTOTASK);
            hub.sync(CONNECTWISE);
            answers.add(hub.send("PUT", "/api/connections/" + AUTOTASK, hub.connection("autotask", Map.of("autotask.username", ""))).body());

            hub.scopeStack.received().stream().map(seen -> seen.request().headers().getOrDefault("authorization", "")).distinct()
                .filter(value -> value.startsWith("Bearer ")).forEach(value -> secrets.add(value.substring("Bearer ".length())));
            assertThat(secrets).hasSizeGreaterThan(8);
            answers.add(hub.get("/api/connections").toString());
            answers.add(hub.get("/api/jobs").toString());
            List<JsonNode> entries = Stream.of(AUTOTASK, CONNECTWISE).flatMap(id -> hub.log(id).stream()).toList();
            assertThat(entries).extracting(entry -> entry.path("class").asText()).contains("AUTHENTICATION", "CONFIGURATION").hasSizeGreaterThanOrEqualTo(4);
            entries.forEach(entry -> answers.add(hub.get("/api/log/" + entry.path("id").asLong()).toString()));
            answers.add(String.join("\n", hub.database().sql("script").query(String.class).list()));
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) answers.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }

        assertThat(output.getAll()).contains(AUTOTASK + ": full sync of opportunities");
        for (String secret : secrets) {
            assertThat(answers).as(secret.substring(0, 6) + "... in what was answered or kept").noneMatch(answer -> answer.contains(secret));
            assertThat(output.getAll()).as("in the log").doesNotContain(secret);
        }
    }
}
