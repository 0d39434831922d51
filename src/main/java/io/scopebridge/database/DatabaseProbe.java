package io.scopebridge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Asks the database over a connection of its own, so that it never waits for the pool. Not thread-safe. */
final class DatabaseProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String FILE = "jdbc:h2:file:";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final int MILLISECONDS = 1_000;

    private final String url;
    private final Properties properties = new Properties();
    private final DataSize leastFree;
    private final DatabaseState databaseState;
    private Connection connection;
    private Database embedded;

    DatabaseProbe(String url, String user, String password, DataSize leastFree, DatabaseState databaseState) {
        this.databaseState = databaseState;
        this.url = url;
        this.leastFree = leastFree;
        properties.setProperty("user", user == null ? "" : user);
        properties.setProperty("password", password == null ? "" : password);
        if (!isEmbedded()) {
            properties.setProperty("connectTimeout", "1");
            properties.setProperty("loginTimeout", "1");
        }
    }

    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** The trouble in a sentence, or null. */
    String ask() {
        String full = full();
        if (full != null) return full;
        try {
            if (connection == null) open();
            if (!isEmbedded()) connection.setNetworkTimeout(Runnable::run, MILLISECONDS);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            return null;
        } catch (SQLException e) {
            close();
            discard(e);
            return TOO_MANY_CONNECTIONS.equals(e.getSQLState()) ? null : "The database does not answer: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }

    private void open() throws SQLException {
        connection = DriverManager.getConnection(url, properties);
        if (isEmbedded() && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) embedded(session.getDatabase());
    }

    /** After a write that failed, H2 keeps the database open and refuses everything. Discarded, the next connection reads the file again. */
    private void discard(SQLException error) {
        if (embedded == null || !DatabaseUnavailable.is(error)) return;
        embedded.shutdownImmediately();
        embedded = null;
    }

    private void embedded(Database opened) {
        embedded = opened;
        databaseState.closedIf(() -> opened.isPersistent() && opened.getStore().getMvStore().isClosed());
    }

    /** H2 closes the whole database at the first write that fails, so none is begun without a reserve. */
    private String full() {
        if (!url.startsWith(FILE) || leastFree.toBytes() == 0) return null;
        Path folder = Path.of(url.substring(FILE.length()).replaceFirst(";.*", "")).toAbsolutePath().getParent();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= leastFree.toBytes() ? null
                : "Only " + DataSize.ofBytes(free).toMegabytes() + " MB are free in " + folder + "; the hub needs " + leastFree.toMegabytes() + " MB (scopebridge.database.least-free) and continues when they are.";
        } catch (IOException unknown) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null && isEmbedded()) connection.close();
            else if (connection != null) connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.debug("The connection of the probe is gone already", gone);
        } finally {
            connection = null;
        }
    }
}
