package io.scopebridge.remote;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls to remote systems with their duration, by system and outcome: a few series for each system, however many tenants. */
@Component
class CallMetrics {

    private static final String CALLS = "scopebridge" + ".calls";
    private static final Duration[] LIMITS = {Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofMillis(2_500), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30)};
    private static final int THROTTLED = 429;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param status null if there was no response */
    void ended(String system, Integer status, Duration duration) {
        Timer.builder(CALLS).description("Calls to remote systems, without their wait for permission").tags("system", system, "outcome", outcome(status))
            .serviceLevelObjectives(LIMITS).register(registry).record(duration);
    }

    private static String outcome(Integer status) {
        if (status == null) return "no_response";
        if (status == THROTTLED) return "throttled";
        return status >= FAILED ? "server_error" : status >= REFUSED ? "refused" : "success";
    }
}
