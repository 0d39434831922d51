package io.scopebridge.governor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When calls to a system of a connection are no longer made.
 *
 * @param hang    a call without a response that took at least this long counts; one that fails sooner holds nothing
 * @param calls   so many in a row, with no response in between, open the breaker: 1 to 100, for each breaker remembers them
 * @param pause   until the first probe; each further wait is twice as long
 * @param longest wait between two probes
 */
@ConfigurationProperties("scopebridge.breaker")
public record BreakerSettings(@DefaultValue("4s") Duration hang, @DefaultValue("3") int calls, @DefaultValue("15s") Duration pause,
                              @DefaultValue("1m") Duration longest) {

    private static final int MOST_CALLS = 100;

    public BreakerSettings {
        if (calls < 1 || calls > MOST_CALLS) {
            throw new IllegalArgumentException("scopebridge.breaker.calls: " + calls + " is not from 1 to " + MOST_CALLS + "; set scopebridge.breaker.hang to 1h if no breaker is to open");
        }
    }
}
