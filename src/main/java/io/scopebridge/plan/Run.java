package io.scopebridge.plan;

import io.scopebridge.connection.Connection;

/** What the steps of one run share. */
record Run(Connection connection, Plan plan, Ledger ledger, Sender sender, LookUps lookUps, RemoteIds remoteIds, Origins origins,
           StepFailures stepFailures, Lease lease, PlanSettings settings) {
}
