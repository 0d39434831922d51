package io.scopebridge.plan.route;

import io.scopebridge.connection.Connection;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.StepState;
import java.util.Map;
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
}
