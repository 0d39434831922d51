package io.scopebridge.connection;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Connections that are checked before anybody stores them. */
@Component
public class TriedConnections {

    private final Map<String, Connection> tried = new ConcurrentHashMap<>();

    /** While the work lasts, the private hosts that this connection names may be called. */
    public <T> T during(Connection connection, Supplier<T> work) {
        tried.put(connection.id(), connection);
        try {
            return work.get();
        } finally {
            tried.remove(connection.id());
        }
    }

    Collection<Connection> all() {
        return tried.values();
    }
}
