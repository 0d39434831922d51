package io.scopebridge.draft;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.draft.Change.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables mapping_version and mapping_change: every version that was used, and from when on. */
@Component
class Versions {

    private static final String COLUMNS = "select id, file, hash, kind, who, reason, at, previous from mapping_change ";

    private final JdbcClient db;

    Versions(JdbcClient db) {
        this.db = db;
    }

    /** Empty if this version of the file was never used. */
    Optional<String> text(String file, String hash) {
        return db.sql("select content from mapping_version where file = ? and hash = ?").param(file).param(hash).query(String.class).optional();
    }

    void keep(String file, String hash, String text) {
        db.sql("insert into mapping_version (file, hash, content, first_seen_at) values (?, ?, ?, ?) on conflict do nothing")
            .param(file).param(hash).param(text).param(TimeColumn.now()).update();
    }

    /** The number of the change. */
    long add(String file, String hash, Kind kind, String who, String reason, Long previous) {
        var key = new GeneratedKeyHolder();
        db.sql("insert into mapping_change (file, hash, kind, who, reason, at, previous) values (:file, :hash, :kind, :who, :reason, :now, :previous)")
            .param("file", file).param("hash", hash).param("kind", kind.name()).param("who", DatabaseText.of(who, 100)).param("reason", reason)
            .param("now", TimeColumn.now()).param("previous", previous).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** How often what is used in place of files has changed. */
    long changes() {
        return db.sql("select changes from mapping_state").query(Long.class).single();
    }

    /** Counts a change, and lets all others wait until the end of the transaction. @return false if there was another since */
    boolean advance(long from) {
        return db.sql("update mapping_state set changes = changes + 1 where changes = ?").param(from).update() == 1;
    }

    /** Until the end of the transaction, nobody else adds a version. */
    void lock() {
        db.sql("select changes from mapping_state for update").query(Long.class).single();
    }

    Optional<Change> change(long id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query(Versions::change).optional();
    }

    /** Newest first. */
    List<Change> history(String file, int most) {
        return db.sql(COLUMNS + "where file = ? order by id desc fetch first ? rows only").param(file).param(most).query(Versions::change).list();
    }

    /** By file, the hash that was last seen in it. */
    Map<String, String> lastOfFiles() {
        Map<String, String> last = new HashMap<>();
        db.sql("select file, hash from mapping_change where id in (select max(id) from mapping_change where kind = 'FILE' group by file)").query(row -> {
            last.put(row.getString("file"), row.getString("hash"));
        });
        return last;
    }

    /** By file and hash, the last change to it. */
    Map<String, Map<String, Change>> last() {
        Map<String, Map<String, Change>> last = new HashMap<>();
        db.sql(COLUMNS + "where id in (select max(id) from mapping_change group by file, hash)").query(Versions::change).list()
            .forEach(change -> last.computeIfAbsent(change.file(), it -> new HashMap<>()).put(change.version(), change));
        return last;
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(row.getLong("id"), row.getString("file"), row.getString("hash"), Kind.valueOf(row.getString("kind")), row.getString("who"),
            row.getString("reason"), TimeColumn.read(row, "at"), row.getObject("previous", Long.class));
    }
}
