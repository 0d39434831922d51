package io.scopebridge.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits for a free connection while the database answers, and refuses at once while it does not: a busy pool and a database that is away
 * look the same to the pool.
 */
final class PatientDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String NO_CONNECTION = "08001";

    private final HikariDataSource pool;
    private final DatabaseState databaseState;
    private final Duration patience;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    private final FlushedCommits commits = new FlushedCommits();

    PatientDataSource(HikariDataSource pool, DatabaseState databaseState, Duration patience) {
        super(pool);
        this.pool = pool;
        this.databaseState = databaseState;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String trouble = databaseState.trouble().orElse(null);
            if (trouble != null) throw new SQLTransientConnectionException(trouble, NO_CONNECTION);
            try {
                Connection connection = pool.getConnection();
                lent.add(connection);
                return flushed(connection);
            } catch (SQLTransientConnectionException busy) {
                if (pool.isClosed() || System.nanoTime() - deadline > 0) throw busy;
            }
        }
    }

    private Connection flushed(Connection connection) throws SQLException {
        try {
            return commits.of(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    FlushedCommits commits() {
        return commits;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Forgets those that were given back. */
    void tidy() {
        lent.removeIf(PatientDataSource::isClosed);
    }

    /** Ends all that wait for an answer of the database, and leaves nothing in the pool that was opened before. */
    void cut() {
        for (Connection connection : lent) {
            try {
                if (!connection.isClosed()) connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection of the database is gone already", e);
            }
        }
        tidy();
        renew();
    }

    void renew() {
        if (pool.getHikariPoolMXBean() != null) pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
