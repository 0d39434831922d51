package io.scopebridge.webhook;

/**
 * The response to a webhook.
 *
 * @param retryAfter in seconds, or null
 */
record WebhookAnswer(int status, String contentType, String retryAfter, String body) {
}
