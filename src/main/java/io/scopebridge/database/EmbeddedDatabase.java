package io.scopebridge.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The file of the embedded database; nothing with another one. */
@Component
class EmbeddedDatabase {

    private final DataSource database;

    EmbeddedDatabase(DataSource database) {
        this.database = database;
    }

    /** Only the hub's own user reads the file, as with its key. */
    @EventListener(ApplicationStartedEvent.class)
    void protect() throws SQLException, IOException {
        Optional<MVStore> store = store();
        if (store.isEmpty()) return;
        Path file = Path.of(store.get().getFileStore().getFileName().replaceFirst("^[a-z]+:", ""));
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Optional<MVStore> store() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isWrapperFor(JdbcConnection.class)) return Optional.empty();
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session && session.getDatabase().isPersistent()
                ? Optional.of(session.getDatabase().getStore().getMvStore()) : Optional.empty();
        }
    }
}
