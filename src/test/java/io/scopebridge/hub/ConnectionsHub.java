package io.scopebridge.hub;

import io.scopebridge.connection.ConnectionChanged;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The connections, their API and the webhooks without login and flows; jobs go into the real table. Not a configuration
 * that a scan finds.
 */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan("io.scopebridge.address")
@ComponentScan({"io.scopebridge.connection", "io.scopebridge.database", "io.scopebridge.time", "io.scopebridge.schema", "io.scopebridge.secret", "io.scopebridge.trace", "io.scopebridge.address", "io.scopebridge.web", "io.scopebridge.webhook"})
@ComponentScan(basePackages = "io.scopebridge.job", useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(JobRequests|JobWakeUp|Jobs|Node|Readiness)"))
public class ConnectionsHub {

    /** The ids of the connections that were announced as changed. */
    public final List<String> changed = new CopyOnWriteArrayList<>();

    @EventListener
    void changed(ConnectionChanged change) {
        changed.add(change.id());
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }
}
