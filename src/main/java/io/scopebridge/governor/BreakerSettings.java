package io.scopebridge.governor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When calls to a system of a connection are no longer made.
 *
 * @param hang    a call without a response that took at least this long counts; one that fails sooner holds nothing
 * @param calls   so many in a row, with no response in between, open the breaker
 * @param pause   until the first probe; each further wait is twice as long
 * @param longest wait between two probes
 */
@ConfigurationProperties("scopebridge.breaker")
public record BreakerSettings(@DefaultValue("4s") Duration hang, @DefaultValue("3") int calls, @DefaultValue("15s") Duration pause,
                              @DefaultValue("1m") Duration longest) {
}
