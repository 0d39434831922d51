package io.scopebridge.connection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parts of this package for tests of others, without the rest of the hub. */
public final class ConnectionParts {

    private ConnectionParts() {
    }

    public static ConnectionStatuses statuses(DataSource database) {
        return new ConnectionStatuses(JdbcClient.create(database));
    }

    /** For connections whose settings say all. */
    public static CallAddresses addresses() {
        return new CallAddresses(null);
    }
}
