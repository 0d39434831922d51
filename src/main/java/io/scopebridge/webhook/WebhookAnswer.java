package io.scopebridge.webhook;

/** The response to a webhook. */
public record WebhookAnswer(int status, String contentType, String body) {
}
