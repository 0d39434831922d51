package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * At each kind of request of a push in turn, the first or the last of its kind, something other than its answer arrives, once:
 * in the end each object is there exactly once, or a person is asked.
 */
@StartsHub
class FaultWalkTest extends OnOneHub {

    /** Every fault at every request takes a quarter of an hour: {@code -Dfaults.all=true}. */
    private static final boolean ALL = Boolean.getBoolean("faults.all");
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>";

    private record Asked(PracticeServer server, String method, String path, int times) {
    }

    private record Instead(String name, boolean always, Instead.Put put) {
        private interface Put {
            void at(Asked asked, int skip);
        }
    }

    private static final List<Instead> INSTEAD = List.of(
        status("500", 500, null), status("502", 502, PAGE), status("503", 503, "Service Unavailable"), status("504 without a body", 504, ""), status("408", 408, ""),
        status("an empty 200", 200, ""), status("a 204", 204, ""), status("200 and null", 200, "null"), status("200 and a text", 200, "\"ok\""), status("200 and an empty object", 200, "{}"),
        status("200 and an empty list", 200, "[]"), status("200 and another object", 200, "{\"message\":\"maintenance\"}"), status("a redirect", 302, ""), status("200 and half JSON", 200, "{\"items\":[{\"id\":1"),
        kind("a web page", Fault.Kind.HTML, false), kind("cut before", Fault.Kind.RESET_BEFORE, false), kind("cut after", Fault.Kind.RESET_AFTER, true),
        kind("half a body", Fault.Kind.HALF_BODY, false), kind("a gateway's 502 after it was done", Fault.Kind.GATEWAY, true));

    @TestFactory
    Stream<DynamicTest> eachObjectIsThereOnce() {
        return Stream.of("autotask", "connectwise").flatMap(system -> Stream.of(DynamicTest.dynamicTest(system, () -> walk(system))));
    }

    private void walk(String system) {
        long project = system.equals("autotask") ? 90001 : 95001;
        List<String> offences = new ArrayList<>();
        int pushes = 0;
        for (Asked asked : requests(system, project)) {
            boolean writes = asked.server() != hub.scopeStack && !asked.method().equals("GET") && !asked.path().contains("query");
            for (Instead instead : INSTEAD) {
                if (!ALL && !(writes && instead.always())) continue;
                for (int skip : asked.times() > 1 && ALL ? new int[] {0, asked.times() - 1} : new int[] {0}) {
                    pushes++;
                    String offence = offence(system, project, asked, instead, skip);
                    if (offence != null) {
                        offences.add(instead.name() + " at " + asked.method() + " " + asked.path() + " no. " + (skip + 1) + ": " + offence);
                        System.out.println("WALK " + offences.get(offences.size() - 1));
                    }
                }
            }
        }
        System.out.println("WALK " + system + ": " + pushes + " pushes, " + offences.size() + " offences");
        assertThat(pushes).isGreaterThan(5);
        assertThat(offences).isEmpty();
    }

    /** Null when all is well. */
    private static String offence(String system, long project, Asked asked, Instead instead, int skip) {
        bench.clear();
        String connection = bench.connect(system);
        instead.put().at(asked, skip);
        JsonNode job = hub.push(connection, project, null);
        asked.server().faults().clear();
        String entries = bench.log(connection).stream().map(entry -> entry.path("class").asText() + " " + entry.path("state").asText() + " " + entry.path("cause").asText()).toList().toString();
        if (entries.contains("BUG")) return "BUG " + entries;
        try {
            if (job.path("state").asText().equals("DONE")) {
                whole(system, project);
                return null;
            }
            // A person replays what failed for good, or what was not answered.
            JsonNode second = hub.push(connection, project, null);
            if (!second.path("state").asText().equals("DONE")) return "not done after a replay: " + second.path("cause").asText() + " " + entries;
            whole(system, project);
            return ALL ? null : "asked a person: " + entries;
        } catch (AssertionError wrong) {
            return "WRONG " + job.path("state").asText() + " " + wrong.getMessage().lines().limit(6).toList() + entries;
        }
    }

    private static void whole(String system, long project) {
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
    }

    /** What a push asks, by kind. */
    private static List<Asked> requests(String system, long project) {
        bench.clear();
        PracticeServer psa = system.equals("autotask") ? hub.autotask : hub.connectWise;
        String connection = bench.connect(system);
        hub.scopeStack.forgetReceived();
        psa.forgetReceived();
        assertThat(hub.push(connection, project, null).path("state").asText()).isEqualTo("DONE");
        Map<String, Asked> kinds = new LinkedHashMap<>();
        for (PracticeServer server : List.of(hub.scopeStack, psa)) {
            for (Received received : server.received()) {
                String path = Stream.of(received.request().path().split("/")).map(part -> part.matches("\\d+") ? "\\d+" : Pattern.quote(part)).reduce((one, other) -> one + "/" + other).orElse("") + "$";
                kinds.merge(server + " " + received.request().method() + " " + path, new Asked(server, received.request().method(), path, 1),
                    (one, other) -> new Asked(server, one.method(), one.path(), one.times() + 1));
            }
        }
        return List.copyOf(kinds.values());
    }

    private static Instead status(String name, int status, String body) {
        return new Instead(name, status == 204, (asked, skip) -> asked.server().faults().statusAfter(skip, asked.method(), asked.path(), status, body, 1));
    }

    private static Instead kind(String name, Fault.Kind kind, boolean always) {
        return new Instead(name, always, (asked, skip) -> asked.server().faults().kindAfter(skip, asked.method(), asked.path(), kind, 1));
    }
}
