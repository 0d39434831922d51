package io.scopebridge.job;

/** A job was asked for. Published inside the transaction that makes it; {@code source} says who: api, webhook, approval, ... */
public record JobRequested(long job, String connectionId, String kind, String subject, String source) {
}
