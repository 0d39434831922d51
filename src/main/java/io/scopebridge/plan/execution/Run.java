package io.scopebridge.plan.execution;

import io.scopebridge.connection.Connection;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.lookup.LookUps;
import java.util.function.BooleanSupplier;

/** Shared state of the steps of one run. */
record Run(Connection connection, Plan plan, Ledger ledger, Sender sender, LookUps lookUps, IdClaims remoteIds, OwnCreations ownCreations,
           StepFailures stepFailures, Lease lease, PlanSettings settings, BooleanSupplier cancelled) {

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    void mustHoldTheLeaseForACall(String step) {
        if (!lease.outlives(settings.timeout())) {
            throw new LeaseLost("The lease of " + connection.id() + " ends too soon to send '" + step + "'.");
        }
    }
}
