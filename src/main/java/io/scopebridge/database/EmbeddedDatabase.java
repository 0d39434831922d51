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
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The file of the embedded database. With WRITE_DELAY 0 a commit is in the file when it returns, but H2 starts no thread that compacts it,
 * and each commit adds some 30 kB. Does nothing with another database.
 */
@Component("embeddedDatabase")
public class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** A smaller file is not worth it. */
    private static final long SMALL = 4L << 20;
    private static final int FULL_PERCENT = 60;
    /** Commits may wait this long. */
    private static final int MILLIS = 100;

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

    /** Compacts the file a little if much of it is unused; called by the route of this name. */
    public void compact() throws SQLException {
        Optional<MVStore> store = store();
        if (store.isEmpty()) return;
        FileStore<?> file = store.get().getFileStore();
        long before = file.size();
        if (before < SMALL || file.getChunksFillRate() > FULL_PERCENT && file.getFillRate() > FULL_PERCENT) return;
        store.get().compactFile(MILLIS);
        LOG.debug("The database file of {} kB has {} kB after compaction", before >> 10, file.size() >> 10);
    }

    private Optional<MVStore> store() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isWrapperFor(JdbcConnection.class)) return Optional.empty();
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session && session.getDatabase().isPersistent()
                ? Optional.of(session.getDatabase().getStore().getMvStore()) : Optional.empty();
        }
    }
}
