package io.scopebridge.practice;

/** A request and the status it was answered with; 0 when the connection was cut instead. */
public record Received(Request request, int status) {
}
