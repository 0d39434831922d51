package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * At each kind of request of a flow in turn, the first or the last of its kind, something other than its answer arrives, once:
 * in the end each object is there exactly once, and nothing of it is a bug of the hub.
 */
@StartsHub
class FaultWalkTest extends OnOneHub {

    /** Every fault at every request takes an hour: {@code -Dfaults.all=true}. Otherwise some of them, spread over all. */
    private static final boolean ALL = Boolean.getBoolean("faults.all");
    private static final int EVERY = Integer.getInteger("faults.every", ALL ? 1 : 167);
    private static final int FIRST = Integer.getInteger("faults.first", 0);
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>";

    private static final List<String> SYSTEMS = List.of("autotask", "connectwise");

    private record Asked(PracticeServer server, String method, String path, int times) {
    }

    private record Instead(String name, BiConsumer<Asked, Integer> put) {
    }

    private static final List<Instead> INSTEAD = List.of(
        status("500", 500, null), status("502", 502, PAGE), status("503", 503, "Service Unavailable"), status("504 without a body", 504, ""), status("408", 408, ""),
        status("an empty 200", 200, ""), status("a 204", 204, ""), status("200 and null", 200, "null"), status("200 and a text", 200, "\"ok\""), status("200 and an empty object", 200, "{}"),
        status("200 and an empty list", 200, "[]"), status("200 and another object", 200, "{\"message\":\"maintenance\"}"), status("a redirect", 302, ""), status("200 and half JSON", 200, "{\"items\":[{\"id\":1"),
        new Instead("429 with Retry-After", (asked, skip) -> asked.server().faults().throttledAfter(skip, asked.method(), asked.path(), 1, 1)),
        kind("a web page", Fault.Kind.HTML), kind("cut before", Fault.Kind.RESET_BEFORE), kind("cut after", Fault.Kind.RESET_AFTER),
        kind("half a body", Fault.Kind.HALF_BODY), kind("a gateway's 502 after it was done", Fault.Kind.GATEWAY));

    private interface Flow {
        void run(String connection, long project);
    }

    /** What is wrong in the end, or null. */
    private interface Check {
        String offence(String connection, long project);
    }

    @TestFactory
    Stream<DynamicTest> whateverAnswersAPushEachObjectIsThereOnce() {
        return SYSTEMS.stream().map(system -> DynamicTest.dynamicTest(system, () -> walk(system, FaultWalkTest::push, FaultWalkTest::incomplete)));
    }

    @TestFactory
    Stream<DynamicTest> whateverAnswersChecksSyncsFormsAndRevenueIsNoBug() {
        return SYSTEMS.stream().map(system -> DynamicTest.dynamicTest(system, () -> walk(system, FaultWalkTest::everythingElse, (connection, project) -> null)));
    }

    private static void walk(String system, Flow flow, Check check) throws IOException {
        long project = system.equals("autotask") ? 90001 : 95001;
        List<String> offences = new ArrayList<>();
        int all = 0;
        int runs = 0;
        for (Asked asked : requests(system, project, flow)) {
            for (int skip : asked.times() > 1 ? new int[] {0, asked.times() - 1} : new int[] {0}) {
                for (Instead instead : INSTEAD) {
                    if (all++ % EVERY != FIRST) continue;
                    runs++;
                    String offence = offence(system, project, flow, check, () -> instead.put().accept(asked, skip));
                    if (offence != null) offences.add(instead.name() + " at " + asked.method() + " " + asked.path() + " no. " + (skip + 1) + ": " + offence);
                    if (ALL) Files.writeString(Path.of("target/faults-" + system + ".txt"), instead.name() + " at " + asked.method() + " " + asked.path() + " no. " + (skip + 1) + ": " + offence + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
        assertThat(runs).as("of " + all).isPositive();
        assertThat(offences).as("of " + runs + " runs").isEmpty();
    }

    private static String offence(String system, long project, Flow flow, Check check, Runnable fault) {
        bench.clear();
        String connection = bench.connect(system);
        fault.run();
        try {
            flow.run(connection, project);
            hub.scopeStack.faults().clear();
            hub.autotask.faults().clear();
            hub.connectWise.faults().clear();
            String entries = bench.log(connection).stream().map(entry -> entry.path("class").asText() + " " + entry.path("state").asText() + " " + entry.path("cause").asText()).toList().toString();
            return entries.contains("BUG") ? entries : check.offence(connection, project);
        } catch (AssertionError wrong) {
            return wrong.getMessage().lines().limit(6).toList().toString();
        } finally {
            assertThat(hub.send("DELETE", "/api/connections/" + connection, null).statusCode() / 100).isEqualTo(2);
        }
    }

    private static void push(String connection, long project) {
        hub.push(connection, project, null);
    }

    /** A person replays what failed for good, or what was not answered: after that all is there, once. */
    private static String incomplete(String connection, long project) {
        if (!state(connection).equals("DONE")) hub.push(connection, project, null);
        if (!state(connection).equals("DONE")) return "not done after a replay: " + bench.log(connection);
        if (project == 90001) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
        return null;
    }

    private static String state(String connection) {
        return hub.jobs(connection, "push-project").get(0).path("state").asText();
    }

    private static void everythingElse(String connection, long project) {
        String path = "/api/connections/" + connection;
        for (HttpResponse<String> answer : List.of(hub.send("POST", path + "/check", null), hub.send("GET", path + "/project-options", null))) {
            assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
        }
        hub.sync(connection);
        HttpResponse<String> companies = hub.send("POST", path + "/companies/sync", null);
        hub.ended(Long.parseLong(companies.body().replaceAll("\\D", "")));
        HttpResponse<String> asked = hub.send("POST", path + "/projects/" + project + "/crm", null);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        hub.ended(Long.parseLong(asked.body().replaceAll("\\D", "")));
    }

    /** What a flow asks, by kind. */
    private static List<Asked> requests(String system, long project, Flow flow) {
        bench.clear();
        PracticeServer psa = system.equals("autotask") ? hub.autotask : hub.connectWise;
        String connection = bench.connect(system);
        hub.scopeStack.forgetReceived();
        psa.forgetReceived();
        flow.run(connection, project);
        assertThat(hub.get("/api/jobs?connection=" + connection)).isNotEmpty().allSatisfy(job -> assertThat(job.path("state").asText()).isEqualTo("DONE"));
        Map<String, Asked> kinds = new LinkedHashMap<>();
        for (PracticeServer server : List.of(hub.scopeStack, psa)) {
            for (Received received : server.received()) {
                String path = Stream.of(received.request().path().split("/")).map(part -> part.matches("\\d+") ? "\\d+" : part.replace(".", "\\.")).reduce((one, other) -> one + "/" + other).orElse("") + "$";
                kinds.merge(server + " " + received.request().method() + " " + path, new Asked(server, received.request().method(), path, 1),
                    (one, other) -> new Asked(server, one.method(), one.path(), one.times() + 1));
            }
        }
        return List.copyOf(kinds.values());
    }

    private static Instead status(String name, int status, String body) {
        return new Instead(name, (asked, skip) -> asked.server().faults().statusAfter(skip, asked.method(), asked.path(), status, body, 1));
    }

    private static Instead kind(String name, Fault.Kind kind) {
        return new Instead(name, (asked, skip) -> asked.server().faults().kindAfter(skip, asked.method(), asked.path(), kind, 1));
    }
}
