package io.scopebridge.plan.ledger;

/** The last request and response of a step, as text; each may be null. */
public record LastCall(String request, String response) {
}
