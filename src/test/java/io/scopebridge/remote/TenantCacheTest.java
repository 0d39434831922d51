package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Fast
class TenantCacheTest {

    private static final Call COMPANIES = Call.get("/company/companies", null);

    private final TenantCache cache = new TenantCache(null);

    @Test
    void theSameSettingsShareAResponse() {
        assertThat(read(connection("https://one.example", "key"), "first")).isEqualTo("first");
        assertThat(read(connection("https://one.example", "key"), "second")).isEqualTo("first");
    }

    /** A job that began before the change, or at a node that hears of no change, reads once more with what it knows. */
    @Test
    void whatWasReadWithFormerSettingsIsNotReturnedForNewOnes() {
        cache.changed(new ConnectionChanged("acme"));
        assertThat(read(connection("https://one.example", "key"), "of one")).isEqualTo("of one");

        assertThat(read(connection("https://two.example", "key"), "of two")).isEqualTo("of two");
        assertThat(read(connection("https://two.example", "another key"), "of another key")).isEqualTo("of another key");
    }

    private Object read(Connection connection, String answer) {
        return cache.read(connection, "connectwise", COMPANIES, Duration.ofHours(1), () -> answer);
    }

    private static Connection connection(String host, String key) {
        return new Connection("acme", "Acme", "connectwise", true, new ObjectMapper().valueToTree(Map.of("connectwise", Map.of("host", host))),
            Map.of("connectwise.privateKey", key));
    }
}
