package io.scopebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.webhook.JobIntake;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The connections, their API and the webhooks without login and flows; jobs go into the real table. Not a configuration
 * that a scan finds.
 */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan(basePackages = {"io.scopebridge.connection", "io.scopebridge.secret", "io.scopebridge.address", "io.scopebridge.api", "io.scopebridge.webhook"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.WebhookJobs"))
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

    @Bean
    JobIntake jobTable(JdbcClient jdbc) {
        return (String connection, String kind, String subject, JsonNode payload, String source, String dedupeKey) -> {
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            jdbc.sql("""
                    insert into job (connection_id, kind, subject, payload, source, dedupe_key, state, due_at)
                    values (:connection, :kind, :subject, :payload, :source, :key, 'WAITING', current_timestamp)""")
                .params(Map.of("connection", connection, "kind", kind, "subject", subject, "payload", payload.toString(), "source", source, "key", dedupeKey))
                .update(id, "id");
            return id.getKey().longValue();
        };
    }
}
