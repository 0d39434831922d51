package io.scopebridge.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import io.scopebridge.practice.Request;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.util.List;
import java.util.stream.Stream;

/** What a practice server was asked since it last forgot. */
public final class Asked {

    private Asked() {
    }

    /** @param method and path: regular expressions of the whole of each */
    public static List<Request> of(PracticeServer server, String method, String path) {
        return all(server).filter(request -> request.method().matches(method) && request.path().matches(path)).toList();
    }

    /** What was written into the opportunities of a ScopeStack account, oldest first. */
    public static List<JsonNode> opportunitiesWritten(PracticeServer scopeStack, String slug) {
        return of(scopeStack, "POST|PATCH", "/" + slug + "/v1/crm-opportunities.*").stream().map(request -> request.json().path("data")).toList();
    }

    /** Calls of the API itself, as {@code method path}; where the tenant is found is not one of them. */
    public static List<String> calls(PracticeAutotask autotask) {
        return all(autotask).map(Asked::shown).filter(call -> !call.toLowerCase().endsWith("zoneinformation")).toList();
    }

    /** Calls of the API itself, as {@code method path}; where the tenant is found is not one of them. */
    public static List<String> calls(PracticeConnectWise connectWise) {
        return all(connectWise).map(Asked::shown).filter(call -> !call.contains("/login/")).toList();
    }

    private static Stream<Request> all(PracticeServer server) {
        return server.received().stream().map(Received::request);
    }

    private static String shown(Request request) {
        return request.method() + " " + request.path();
    }
}
