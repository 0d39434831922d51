package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.failure.FailureClass;
import java.util.List;

/**
 * Which problems are reported, where and when.
 *
 * @param enabled      true if absent
 * @param connection   absent: those of all connections, and those of none
 * @param classes      empty: all
 * @param flow         absent: all
 * @param atLeast      from how many failures; 1 if absent
 * @param afterMinutes only if it is still open so long after it opened; 0 if absent
 * @param quietHours   absent: none
 * @param targets      their ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleDraft(String name, Boolean enabled, String connection, List<FailureClass> classes, String flow, Integer atLeast, Integer afterMinutes,
                 QuietHours quietHours, List<Long> targets) {
}
