package io.scopebridge.plan;

/** Something a person should know before the plan runs. {@code step} is a key or null. */
public record Warning(String step, String text) {
}
