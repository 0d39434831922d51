package io.scopebridge.plan;

/** The last call of a step and what was answered, as a person reads them; each may be null. */
public record Exchange(String request, String response) {
}
