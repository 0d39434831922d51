package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A hub whose projects are linked with opportunities, looked at once before anything happens. */
final class RevenueBench implements AutoCloseable {

    static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    final TestHub hub;
    private final AtomicLong looks = new AtomicLong();
    private final Bench bench;

    RevenueBench(TestHub hub) {
        this.hub = hub;
        bench = new Bench(hub.withFewOpportunities());
    }

    /** A new connection, with these settings over the usual ones, that has published its opportunities and looked at its projects once. */
    String connect(String system, Map<String, Object> settings) {
        Map<String, Object> changes = new HashMap<>(settings);
        changes.put("webhooks.secret", SECRET);
        String id = bench.connect(hub.connection(system, changes));
        hub.sync(id);
        return id;
    }

    /** Looks at a project as when a webhook tells of it, and waits for what follows from it. */
    List<JsonNode> look(String connection, long project) {
        long newest = newestSync(connection);
        var answer = hub.webhook(connection, SECRET, "look-" + looks.incrementAndGet(), "{\"type\":\"project.changed\",\"project\":\"" + project + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(hub.ended(number(answer)).path("state").asText()).isEqualTo("DONE");
        return hub.database().sql("select id from job where connection_id = ? and flow = 'sync-revenue' and id > ? order by id").params(connection, newest)
            .query(Long.class).list().stream().map(hub::ended).toList();
    }

    /** As {@link #look}, where exactly one job is to follow and to end well. */
    JsonNode synced(String connection, long project) {
        List<JsonNode> jobs = look(connection, project);
        assertThat(jobs).singleElement().satisfies(job -> assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE"));
        return jobs.get(0);
    }

    long newestSync(String connection) {
        return hub.database().sql("select coalesce(max(id), 0) from job where connection_id = ? and flow = 'sync-revenue'").param(connection).query(Long.class).single();
    }

    private static long number(HttpResponse<String> answer) {
        return Long.parseLong(answer.body().replaceAll("\\D", ""));
    }

    JsonNode updateCrm(String connection, long project) {
        return asked(connection, project, "crm");
    }

    JsonNode asked(String connection, long project, String button) {
        var answer = hub.send("POST", "/api/connections/" + connection + "/projects/" + project + "/" + button, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return hub.ended(number(answer));
    }

    List<JsonNode> log(String connection) {
        return bench.log(connection);
    }

    /** The lines of an opportunity's forecast, lowest id first. */
    List<JsonNode> lines(long opportunity) {
        return new ArrayList<>(hub.connectWise.forecastItems().stream().filter(line -> line.at("/opportunity/id").asLong() == opportunity).toList());
    }

    /** Of the lines that the hub made: what they say before the marker, and revenue. */
    Map<String, Double> revenues(long opportunity) {
        Map<String, Double> revenues = new HashMap<>();
        lines(opportunity).stream().filter(line -> line.path("forecastDescription").asText().contains("[S-")).forEach(line ->
            assertThat(revenues.put(line.path("forecastDescription").asText().replaceAll(" \\[S-.*", ""), line.path("revenue").asDouble())).as("twice: %s", line).isNull());
        return revenues;
    }

    /** As if a person had typed it. */
    ObjectNode typeLine(long opportunity) {
        ObjectNode line = hub.connectWise.forecastItems().get(0).deepCopy();
        long id = hub.connectWise.records().nextId("forecastItems", 601);
        line.put("id", id).put("forecastDescription", "Typed by hand").put("revenue", 4321.0).putObject("opportunity").put("id", opportunity);
        return hub.connectWise.records().put("forecastItems", id, line).deepCopy();
    }

    JsonNode autotaskOpportunity(long id) {
        return hub.autotask.records().find("Opportunities", id).orElseThrow();
    }

    /** How many writes to opportunities, forecasts and orders a PSA got so far. */
    long writes(PracticeServer psa) {
        return psa.received().stream().map(Received::request)
            .filter(request -> request.path().matches("(?i).*/opportunities(/.*)?") && !request.path().endsWith("/query"))
            .filter(request -> !request.method().equals("GET")).count();
    }

    void forgetLedger(String connection) {
        assertThat(hub.database().sql("delete from ledger where connection_id = ?").param(connection).update()).isPositive();
    }

    @Override
    public void close() {
        assertThat(hub.connectWise.wholeForecastDeletes()).as("whole forecasts that were deleted").isEmpty();
        assertThat(hub.connectWise.unknownFields()).isEmpty();
        assertThat(hub.connectWise.ignoredPatches()).isEmpty();
        bench.close();
    }
}
