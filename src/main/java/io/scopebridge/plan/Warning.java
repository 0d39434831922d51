package io.scopebridge.plan;

/** Something a person should know before the plan is carried out. {@code step} is a key or null. */
public record Warning(String step, String text) {
}
