package io.scopebridge.trace;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;

/** A trace leads from the signed webhook over the stored job to each call, and is seen by a collector only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class TracesTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";
    private static final List<String> HEADERS = List.of("traceparent", "tracestate", "baggage", "b3");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Collector collector;
    private TestHub hub;

    @BeforeAll
    void aHubThatKnowsACollector(@TempDir Path home) throws Exception {
        collector = new Collector();
        hub = new TestHub(home).with("otel.exporter.otlp.endpoint", collector.url()).with("otel.bsp.schedule.delay", "100").start();
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("webhooks.secret", SECRET)));
        lines.start();
        ((Logger) LoggerFactory.getLogger("scopebridge")).addAppender(lines);
    }

    @AfterAll
    void close() {
        ((Logger) LoggerFactory.getLogger("scopebridge")).detachAppender(lines);
        hub.close();
        collector.close();
    }

    @Test
    void oneTraceLeadsFromTheSignedWebhookOverTheStoredJobToEachCall() throws Exception {
        long job = send("traced-1", "95010", SECRET, "00-" + TRACE + "-" + SENDER + "-01");
        hub.ended(job);
        List<Collector.Seen> trace = trace(TRACE, job);

        assertThat(trace).filteredOn(span -> span.name().equals("webhook")).singleElement().satisfies(span -> {
            assertThat(span.parent()).isEqualTo(SENDER);
            assertThat(span.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            assertThat(span.service()).isEqualTo("scopebridge");
            assertThat(span.attributes()).containsOnly(Map.entry("scopebridge.connection", CONNECTWISE), Map.entry("scopebridge.job", "" + job));
        });
        String webhook = trace.stream().filter(span -> span.name().equals("webhook")).findFirst().orElseThrow().id();
        assertThat(trace).filteredOn(span -> span.name().equals("job push-project")).singleElement().satisfies(span -> {
            assertThat(span.parent()).isEqualTo(webhook);
            assertThat(span.attributes()).containsEntry("scopebridge.job", "" + job).containsEntry("scopebridge.subject", "project:95010");
        });
        String root = trace.stream().filter(span -> span.name().equals("job push-project")).findFirst().orElseThrow().id();
        assertThat(trace).filteredOn(span -> span.kind() == SpanKind.SPAN_KIND_CLIENT).hasSizeGreaterThan(5).allSatisfy(span -> {
            assertThat(span.parent()).as("also of calls that helping threads make").isEqualTo(root);
            assertThat(span.attributes()).containsOnlyKeys("scopebridge.connection", "scopebridge.system", "http.request.method", "server.address", "url.path", "http.response.status_code");
            assertThat(span.attributes().get("url.path")).startsWith("/").doesNotContain("?");
        });
        assertThat(trace).filteredOn(span -> span.name().equals("POST connectwise")).isNotEmpty().allSatisfy(span -> assertThat(span.attributes())
            .containsEntry("http.response.status_code", "201"));
        assertThat(trace).filteredOn(span -> span.name().endsWith(" scopestack")).isNotEmpty();
        assertThat(sent()).as("headers that would tell another company of the trace").doesNotContainAnyElementsOf(HEADERS);
    }

    @Test
    void aRefusedStepMarksCallAndJobAndItsLinesNameTheTrace() throws Exception {
        hub.scopeStack.approve(95001);
        hub.connectWise.faults().status("POST", "/project/projects/[0-9]+/phases$", 400, "{\"code\":\"InvalidObject\",\"message\":\"odd\"}", 1000);
        long job = send("traced-2", "95001", SECRET, null);
        hub.ended(job);
        hub.connectWise.faults().clear();
        String id = hub.database().sql("select traceparent from job where id = ?").param(job).query(String.class).single().substring(3, 35);

        List<Collector.Seen> trace = trace(id, job);
        assertThat(trace).filteredOn(span -> span.name().equals("job push-project")).singleElement().satisfies(span -> assertThat(span.status()).isEqualTo(2));
        assertThat(trace).filteredOn(span -> "400".equals(span.attributes().get("http.response.status_code"))).isNotEmpty().allSatisfy(span -> assertThat(span.status()).isEqualTo(2));
        assertThat(List.copyOf(lines.list)).filteredOn(line -> ("" + job).equals(line.getMDCPropertyMap().get("job"))).isNotEmpty()
            .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", id));
    }

    @Test
    void aRequestThatIsNotSignedMakesNoSpan() throws Exception {
        String trace = "1af7651916cd43dd8448eb211c80319c";
        assertThat(post("traced-3", "95010", "whsec_" + "A".repeat(43) + "=", "00-" + trace + "-" + SENDER + "-01").statusCode()).isEqualTo(401);
        hub.ended(send("traced-4", "95010", SECRET, null));

        assertThat(collector.spans()).extracting(Collector.Seen::trace).doesNotContain(trace);
    }

    @Test
    void withoutACollectorNothingIsRecordedAndNothingRuns() throws Exception {
        TraceExport off = new TracingConfiguration().traceExport(new MockEnvironment());
        Traces traces = new Traces(off);
        try (TracedWork work = traces.received("webhook", CONNECTWISE, Map.of())) {
            assertThat(Traces.traceparent()).isNull();
            assertThat(traces.call(CONNECTWISE, "psa", "GET", "https://psa.example.com/api", "/x").isRecording()).isFalse();
        }

        assertThat(off).isSameAs(TraceExport.OFF);
        assertThat(new TracingConfiguration().traceExport(new MockEnvironment().withProperty("otel.exporter.otlp.endpoint", collector.url()).withProperty("otel.sdk.disabled", "true"))).isSameAs(TraceExport.OFF);
    }

    @Test
    void aProtocolThatTheHubDoesNotSpeakIsRefusedByName() {
        MockEnvironment grpc = new MockEnvironment().withProperty("otel.exporter.otlp.endpoint", collector.url()).withProperty("otel.exporter.otlp.protocol", "grpc");

        assertThatThrownBy(() -> new TracingConfiguration().traceExport(grpc)).hasMessageContaining("otel.exporter.otlp.protocol").hasMessageContaining("http/protobuf");
    }

    private List<Collector.Seen> trace(String id, long job) {
        Awaitility.await().until(() -> collector.spans().stream().anyMatch(span -> span.name().startsWith("job ") && ("" + job).equals(span.attributes().get("scopebridge.job"))));
        return collector.spans().stream().filter(span -> span.trace().equals(id)).toList();
    }

    private Stream<String> sent() {
        return Stream.of(hub.scopeStack, hub.connectWise).map(PracticeServer::received).flatMap(List::stream).flatMap(request -> request.request().headers().keySet().stream()).map(name -> name.toLowerCase(Locale.ROOT));
    }

    private long send(String event, String project, String secret, String traceparent) throws Exception {
        HttpResponse<String> answer = post(event, project, secret, traceparent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new ObjectMapper().readTree(answer.body()).path("job").asLong();
    }

    private HttpResponse<String> post(String event, String project, String secret, String traceparent) throws Exception {
        String body = "{\"type\":\"project.create\",\"project\":\"" + project + "\"}";
        long now = Instant.now().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.url() + "/webhooks/" + CONNECTWISE)).header("Content-Type", "application/json")
            .header("webhook-id", event).header("webhook-timestamp", "" + now).header("webhook-signature", new Webhook(secret).sign(event, now, body));
        if (traceparent != null) request.header("traceparent", traceparent).header("baggage", "who=stranger");
        return HttpClient.newHttpClient().send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
