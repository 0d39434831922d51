package io.scopebridge.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** Connections of an embedded database whose commits are in its file when they return. */
final class FlushedCommits {

    private volatile SharedFlush flush;

    /** The connection itself if the database is another one, or is in memory. */
    Connection of(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) return connection;
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) || !session.getDatabase().isPersistent()) return connection;
        SharedFlush shared = of(session.getDatabase().getStore().getMvStore());
        shared.takeOver();
        return FlushedConnection.of(connection, session, shared);
    }

    /** Of the file that is open; empty if none is. */
    Optional<SharedFlush> open() {
        return Optional.ofNullable(flush).filter(known -> !known.store().isClosed());
    }

    /** A new one after the file was opened again. */
    private SharedFlush of(MVStore store) {
        SharedFlush known = flush;
        if (known != null && known.store() == store) return known;
        synchronized (this) {
            if (flush == null || flush.store() != store) flush = new SharedFlush(store);
            return flush;
        }
    }
}
