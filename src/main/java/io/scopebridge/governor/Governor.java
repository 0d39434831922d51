package io.scopebridge.governor;
import io.scopebridge.connection.Connection;
import java.time.Duration;
@org.springframework.stereotype.Component
public class Governor {
    public Permit enter(Connection c, String system, String method, String path) { return () -> { }; }
    public void answered(Connection c, String system, int status, Duration retryAfter, boolean throttled) { }
}
