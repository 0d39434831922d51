package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionParts;
import io.scopebridge.database.DatabaseState;
import io.scopebridge.database.Databases;
import io.scopebridge.governor.BreakerSettings;
import io.scopebridge.governor.Breakers;
import io.scopebridge.governor.Permit;
import io.scopebridge.governor.UsualGovernor;
import io.scopebridge.group.Fast;
import io.scopebridge.trace.Traces;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Fast
class CallGateTest {

    private static final String SYSTEM = "psa";
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final Breakers breakers = new Breakers(ConnectionParts.statuses(Databases.h2()), new BreakerSettings(Duration.ZERO, 1, PAUSE, PAUSE.multipliedBy(2)));
    private final CallGate gate = new CallGate(UsualGovernor.of(), breakers, new DatabaseState(), ConnectionParts.addresses(), new CallMetrics(new SimpleMeterRegistry()), Traces.off());
    private final Connection connection = new Connection("gated", "gated", SYSTEM, true,
        JsonNodeFactory.instance.objectNode().set("network", JsonNodeFactory.instance.objectNode().put("allowPlainHttp", true).put("allowPrivateAddresses", true)), Map.of());

    @AfterEach
    void forget() {
        Waiting.forget();
    }

    /** Whoever is told that the thread waits may fail, such as while the hub stops; the only probe is not lost with it. */
    @Test
    void aCallThatIsNotMadeGivesItsProbeBack() {
        breakers.enter(connection, SYSTEM);
        breakers.left(connection, SYSTEM, false, Duration.ofSeconds(1));
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> breakers.paused().isEmpty());
        Waiting.observe(waits -> {
            throw new IllegalStateException("stopping");
        });
        assertThatThrownBy(this::enter).hasMessage("stopping");
        Waiting.forget();

        try (Permit made = enter()) {
            assertThat(made).isNotNull();
        }
    }

    private Permit enter() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        return gate.enter(exchange, connection, SYSTEM, "http://127.0.0.1:1", Call.get("/a", null));
    }
}
