package io.scopebridge.governor;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code scopebridge.governor.<system>.*} */
@ConfigurationProperties("scopebridge")
public record GovernorSettings(Map<String, Limits> governor) {

    Limits of(String system) {
        return governor == null ? Limits.USUAL : governor.getOrDefault(system, Limits.USUAL);
    }
}
