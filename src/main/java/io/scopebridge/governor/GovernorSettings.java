package io.scopebridge.governor;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code scopebridge.governor.<system>.*}: overrides of a system's own limits. */
@ConfigurationProperties("scopebridge")
public record GovernorSettings(Map<String, Other> governor) {

    /** Null keeps the system's own limit. */
    public record Other(Integer perEndpoint, Integer perTenant, Integer callsPerHour, Integer reservePercent, Integer slowFromPercent, Duration maxWait) {

        private static final Other NOTHING = new Other(null, null, null, null, null, null);

        Limits over(Limits limits) {
            return new Limits(or(perEndpoint, limits.perEndpoint()), or(perTenant, limits.perTenant()), or(callsPerHour, limits.callsPerHour()),
                or(reservePercent, limits.reservePercent()), or(slowFromPercent, limits.slowFromPercent()), maxWait == null ? limits.maxWait() : maxWait);
        }

        private static int or(Integer value, int otherwise) {
            return value == null ? otherwise : value;
        }
    }

    Other of(String system) {
        return governor == null ? Other.NOTHING : governor.getOrDefault(system, Other.NOTHING);
    }
}
