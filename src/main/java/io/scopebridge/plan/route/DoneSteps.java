package io.scopebridge.plan.route;

import io.scopebridge.connection.Connection;
import io.scopebridge.plan.ledger.EarlierStep;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.StepState;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Results of earlier pushes of a subject, for routes that read a plan's input. */
@Component("doneSteps")
public class DoneSteps {

    private final Ledger ledger;

    DoneSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@code id} (remote id) and {@code origin} (CREATED, FOUND or RESOLVED) of a step that is done; empty if it is not. */
    public Map<String, String> of(Connection connection, String subject, String key) {
        return ledger.rows(connection.id(), subject).stream()
                .filter(row -> row.key().equals(key) && row.state() == StepState.DONE && row.remoteId() != null && row.origin() != null).findFirst()
                .map(row -> Map.of("id", row.remoteId(), "origin", row.origin().name())).orElse(Map.of());
    }

    /** By key, the steps of earlier plans of the subject: {@code exists} (or may exist) and {@code covers}, which is null if it was not recorded. */
    public Map<String, Map<String, Object>> earlier(Connection connection, String subject) {
        Map<String, Map<String, Object>> steps = new TreeMap<>();
        for (EarlierStep step : ledger.earlier(connection.id(), subject)) {
            Map<String, Object> one = new HashMap<>();
            one.put("exists", step.mayExist());
            one.put("covers", step.covers());
            steps.put(step.key(), one);
        }
        return steps;
    }
}
