package io.scopebridge.plan.manual;

/**
 * What a person decided about a step whose outcome nobody else can tell.
 *
 * @param remoteId the record exists and this is its id; null: it is to be created
 * @param by       name of the user
 */
public record Resolution(String remoteId, String reason, String by) {
}
