package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * A target as it is shown, without its secrets.
 *
 * @param secrets the paths of the stored secrets
 * @param sentTo  the host or the recipients
 * @param lastSentAt absent if nothing was delivered
 * @param lastError  why the newest delivery failed; absent if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetView(long id, String name, Channel channel, boolean enabled, ObjectNode settings, Set<String> secrets, String sentTo,
                  Instant lastSentAt, String lastError) {
}
