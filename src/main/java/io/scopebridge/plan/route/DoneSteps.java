package io.scopebridge.plan.route;

import io.scopebridge.connection.Connection;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.StepState;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What earlier pushes of a subject have left behind, for routes that read what a plan needs. */
@Component("doneSteps")
public class DoneSteps {

    private final Ledger ledger;

    DoneSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@code id} (remote id) and {@code origin} (CREATED, FOUND or RESOLVED) of a step that is done; empty when it is not. */
    public Map<String, String> of(Connection connection, String subject, String key) {
        return ledger.rows(connection.id(), subject).stream()
                .filter(row -> row.key().equals(key) && row.state() == StepState.DONE && row.remoteId() != null && row.origin() != null).findFirst()
                .map(row -> Map.of("id", row.remoteId(), "origin", row.origin().name())).orElse(Map.of());
    }
}
