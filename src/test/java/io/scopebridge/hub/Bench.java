package io.scopebridge.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.practice.PracticeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hub, PSAs that can be emptied, and connections that no earlier test has used. */
public class Bench implements AutoCloseable {

    final TestHub hub;
    private final List<ContractCheck> contracts = List.of(ContractCheck.autotask(), ContractCheck.connectwise());
    private int connections;

    public Bench(TestHub hub) {
        this.hub = hub;
        contracts.get(0).watch(hub.autotask);
        contracts.get(1).watch(hub.connectWise);
    }

    /** A new connection for the system, with a ledger that knows of nothing. */
    public String connect(String system) {
        return connect(hub.connection(system));
    }

    public String connect(Map<String, Object> connection) {
        String id = connection.get("system") + "-" + ++connections;
        connection.put("id", id);
        hub.put(id, connection);
        return id;
    }

    /** Takes from the PSAs what was created, and all faults. */
    public void clear() {
        for (PracticeServer server : List.of(hub.scopeStack, hub.autotask, hub.connectWise)) server.faults().clear();
        clear(hub.autotask, "Projects", "Phases", "Tasks");
        clear(hub.connectWise, "projects", "phases", "tickets", "tasks");
    }

    public List<JsonNode> log(String connection) {
        List<JsonNode> entries = new ArrayList<>();
        hub.get("/api/log?connection=" + connection + "&limit=500").path("entries").forEach(entries::add);
        return entries;
    }

    /** @throws AssertionError when the hub has sent a request that the published contract of a PSA does not allow */
    @Override
    public void close() {
        hub.close();
        contracts.forEach(ContractCheck::assertAllValid);
    }

    private static void clear(PracticeServer server, String... types) {
        for (String type : types) server.records().all(type).forEach(record -> server.records().remove(type, record.get("id").asLong()));
    }
}
