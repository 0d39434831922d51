package io.scopebridge.plan.ledger;

/** The last call of a step and what was answered, as a person reads them; each may be null. */
public record LastCall(String request, String response) {
}
