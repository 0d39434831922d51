package io.scopebridge.job;

/** A job was requested. Published inside the transaction that creates it; {@code source} is the origin: api, webhook, approval, ... */
public record JobRequested(long job, String connectionId, String flow, String subject, String source) {
}
