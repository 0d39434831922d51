package io.scopebridge.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.remote.Answer;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.Diagnoses;
import io.scopebridge.remote.RemoteSystems;
import io.scopebridge.remote.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes read-only calls to test a system; a refusal is a result, not a failure. */
@Component("probes")
public class Probes {

    private final RemoteSystems systems;
    private final Diagnoses diagnoses;
    private final ObjectMapper json;
    private final Mappings mappings;
    private final Routes routes;

    Probes(RemoteSystems systems, Diagnoses diagnoses, ObjectMapper json, Mappings mappings, Routes routes) {
        this.routes = routes;
        this.mappings = mappings;
        this.systems = systems;
        this.diagnoses = diagnoses;
        this.json = json;
    }

    /** Whether there is a mapping with the questions for this system. */
    public boolean knows(String system) {
        return mappings.names().contains(system + "/rights");
    }

    /** The result for a system without such a mapping. */
    public Map<String, Object> nothing() {
        return Map.of("ask", List.of(), "rights", List.of());
    }

    /** Before the first question. */
    public Map<String, Object> none() {
        return Map.of();
    }

    /**
     * The responses of these calls by key: {@code {status, json, failure}}. After one that says that the system denies access or does
     * not respond, the rest is not called and gets the same result.
     *
     * @param calls each {@code {key, method, path, query}}, or {@code {key, route}} for a route whose body is the answer
     */
    public Map<String, Object> ask(Connection connection, String system, Map<String, Object> known, List<Map<String, Object>> calls) {
        Map<String, Object> asked = new LinkedHashMap<>(known);
        Map<String, Object> end = null;
        for (Map<String, Object> call : calls) {
            Map<String, Object> answer = end == null ? ask(connection, system, call) : end;
            asked.put((String) call.get("key"), answer);
            if (isTheEnd(answer)) end = answer;
        }
        return asked;
    }

    private Map<String, Object> ask(Connection connection, String system, Map<String, Object> wanted) {
        if (wanted.get("route") != null) return ofRoute(connection, (String) wanted.get("route"));
        Call call = new Call((String) wanted.get("method"), (String) wanted.get("path"), (String) wanted.get("query"), null);
        try {
            Answer answer = systems.call(connection, system, call);
            Failure failure = diagnoses.of(connection, system, call, answer).orElse(null);
            return answered(answer.status(), answer.json(), failure);
        } catch (RuntimeException e) {
            return answered(null, null, FailureOf.of(e));
        }
    }

    private Map<String, Object> ofRoute(Connection connection, String route) {
        try {
            return answered(HttpStatus.OK.value(), json.valueToTree(routes.send("direct:" + route, connection, sent -> { }).getMessage().getBody()), null);
        } catch (RuntimeException e) {
            return answered(null, null, FailureOf.of(e));
        }
    }

    private Map<String, Object> answered(Integer status, JsonNode body, Failure failure) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        answer.put("json", json.convertValue(body, Object.class));
        answer.put("failure", failure == null ? null
            : Map.of("class", failure.type().name(), "cause", failure.cause(), "remedy", failure.remedy()));
        return answer;
    }

    private static boolean isTheEnd(Map<String, Object> answer) {
        if (!(answer.get("failure") instanceof Map<?, ?> failure)) return false;
        String type = String.valueOf(failure.get("class"));
        return answer.get("status") == null || type.equals(FailureClass.AUTHENTICATION.name()) || type.equals(FailureClass.TRANSIENT.name());
    }
}
