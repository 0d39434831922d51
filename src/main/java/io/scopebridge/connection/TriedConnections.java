package io.scopebridge.connection;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Connections that are checked before they are stored. */
@Component
public class TriedConnections {

    private final Map<String, Connection> tried = new ConcurrentHashMap<>();

    /** Permits the private hosts of this connection for the duration of the work. */
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
