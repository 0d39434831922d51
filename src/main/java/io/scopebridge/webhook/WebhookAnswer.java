package io.scopebridge.webhook;

/** What a webhook is answered with. */
public record WebhookAnswer(int status, String contentType, String body) {
}
